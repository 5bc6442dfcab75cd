import type { IncomingMessage } from 'node:http';

/** What body parsers leave at a request: the body as they read it, its bytes, files of a form. */
export interface ParsedMessage extends IncomingMessage {
  readonly body?: unknown;
  readonly rawBody?: unknown;
  readonly file?: unknown;
  readonly files?: unknown;
}

/** A file in memory, as multer (`buffer`) and express-fileupload (`data`) leave it. */
interface LeftFile {
  fieldname?: string;
  originalname?: string;
  name?: string;
  mimetype?: string;
  size?: number;
  buffer?: unknown;
  data?: unknown;
}

/** The form that an upload handler has taken apart; `undefined` where not all of it is left in memory. */
export function rebuildForm({ headers, body, file, files }: ParsedMessage): Uint8Array | undefined {
  const [, quoted, bare] =
    /;\s*boundary=(?:"([^"]+)"|([^\s";,]+))/i.exec(headers['content-type'] ?? '') ?? [];
  const boundary = quoted ?? bare;
  // What made the body is no upload handler otherwise: multer's has no prototype, express-fileupload sets files.
  const handled = files !== undefined || file !== undefined || Object.getPrototypeOf(body ?? {}) === null;
  if (boundary === undefined || !handled) return undefined;
  const parts = [...fieldsOf(body), ...filesOf(file, files)];
  const pieces: Uint8Array[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    pieces.push(Buffer.from(`--${boundary}\r\n${part.head}\r\n\r\n`), part.content, Buffer.from('\r\n'));
  }
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}

type Part = { head: string; content: Uint8Array } | undefined;

function fieldsOf(body: unknown): Part[] {
  const parts: Part[] = [];
  const left: [string, unknown][] = Object.entries(body ?? {}).reverse();
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [name, value] = next;
    if (typeof value === 'string') {
      const head = `Content-Disposition: form-data; name="${escaped(name)}"`;
      parts.push({ head, content: Buffer.from(value) });
      continue;
    }
    // multer reads `a[b]` as `b` in `a`, and what is repeated as a list.
    for (const [inner, one] of Object.entries(value ?? {}).reverse())
      left.push([Array.isArray(value) ? name : `${name}[${inner}]`, one]);
  }
  return parts;
}

function filesOf(file: unknown, files: unknown): Part[] {
  // Of multer one, a list, or a list for each field; of express-fileupload one or a list for each field.
  const lists = Array.isArray(files) ? [['', files]] : Object.entries(files ?? {});
  return [['', file ?? []], ...lists].flatMap(([field, left]) =>
    [left].flat().map((one: LeftFile) => toPart(String(field), one)),
  );
}

function toPart(
  field: string,
  { fieldname, originalname, name, mimetype, size, buffer, data }: LeftFile,
): Part {
  const content = buffer ?? data;
  // One that was written to a disk has nothing here, and a size.
  if (!(content instanceof Uint8Array) || content.byteLength !== (size ?? content.byteLength))
    return undefined;
  const names = `name="${escaped(fieldname ?? field)}"; filename="${escaped(originalname ?? name ?? '')}"`;
  return {
    head: `Content-Disposition: form-data; ${names}\r\nContent-Type: ${mimetype ?? 'application/octet-stream'}`,
    content,
  };
}

/** As browsers write a name. */
function escaped(name: string): string {
  return name.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
