import { type ParsedMessage, rebuildForm } from './parsed-form.ts';

/**
 * The bytes of a body that a parser of the application has read before us, or what comes to the same.
 *
 * @throws TypeError that says what to do, where they cannot be had
 */
export function bodyLeft(message: ParsedMessage): Uint8Array {
  const { body, rawBody, headers } = message;
  if (rawBody instanceof Uint8Array) return rawBody;
  if (body instanceof Uint8Array) return body;
  const type = typeOf(headers);
  const text = textOf(type, rawBody ?? body, Number(headers['content-length']));
  if (text !== undefined) return Buffer.from(text);
  const form = type === 'multipart/form-data' ? rebuildForm(message) : undefined;
  if (form !== undefined) return form;
  throw readBefore(type);
}

/** @throws TypeError where the body is a form: somebody has its bytes read as text, which a photo does not survive */
export function refuseForm({ headers }: ParsedMessage): void {
  const type = typeOf(headers);
  if (type === 'multipart/form-data') throw readBefore(type);
}

function typeOf(headers: ParsedMessage['headers']): string | undefined {
  return headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
}

function readBefore(type: string | undefined): TypeError {
  return new TypeError(
    `${type === undefined ? 'a body' : `a body of type ${type}`} was read before the storefront could: mount it ` +
      'before body parsers and upload handlers (express.json, multer and the like), or exclude its path from them',
  );
}

function textOf(type: string | undefined, body: unknown, length: number): string | undefined {
  if (type === 'multipart/form-data') return undefined;
  if (typeof body === 'string') return body;
  if (body === undefined) return undefined;
  if (type === 'application/x-www-form-urlencoded')
    return new URLSearchParams(body as Record<string, string>).toString();
  // A parser of forms that takes every type makes the name of a field of it. Blanks were a plus, perhaps.
  const [[name = '', value] = [], ...more] = Object.entries(body ?? {});
  if (value === '' && more.length === 0 && /^\{\S*$/.test(name) && Buffer.byteLength(name) === length)
    return name;
  try {
    return JSON.stringify(body);
  } catch {
    // Nested deeper than it can be written again; an operation of ours takes no such thing.
    return 'too deep';
  }
}
