import { unstorableAt } from '@genvoris/contract';
import { isNestedWithin, JSON_NESTING, limitBody, readBody as readBounded } from '@genvoris/http';
import { ApiError, invalidField } from '../../foundation/api-error.ts';

/**
 * Reads a body of at most `limit` bytes; reading stops at the limit, whatever the length header claims.
 *
 * @throws ApiError `payload_too_large`
 */
export async function readBody(request: Request, limit: number): Promise<Buffer> {
  const bytes = await readBounded(bodyOf(request, limit), limit);
  if (!bytes) throw tooLarge(limit);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The same, piece by piece. @throws ApiError `payload_too_large` */
export async function* streamBody(request: Request, limit: number): AsyncGenerator<Uint8Array> {
  yield* limitBody(bodyOf(request, limit), limit, tooLarge);
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function bodyOf(request: Request, limit: number): AsyncIterable<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  return request.body ?? nothing();
}

function tooLarge(limit: number): ApiError {
  return new ApiError('payload_too_large', { detail: `The body is over ${limit} bytes.` });
}

/** @throws ApiError `invalid_body` */
export function parseJsonBody(bytes: Buffer, contentType: string | null): unknown {
  if (bytes.length === 0) return undefined;
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== undefined && type !== 'application/json' && !type.endsWith('+json')) {
    throw new ApiError('invalid_body', { detail: 'The body must be application/json.' });
  }
  const { text, value } = decodeJson(bytes);
  // Only an escape can bring such a letter in, and hardly any body has one.
  const where = /\\u(?:0000|d[89a-f])/i.test(text) ? unstorableAt(value) : undefined;
  if (where !== undefined)
    throw invalidField(where, 'must have neither a NUL nor half of a surrogate pair in it');
  return value;
}

function decodeJson(bytes: Buffer): { text: string; value: unknown } {
  const text = read(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  // Before anything walks it: whatever does, here and behind, does so by recursion.
  if (!isNestedWithin(text)) {
    throw new ApiError('invalid_body', { detail: `The body is nested over ${JSON_NESTING} levels deep.` });
  }
  return { text, value: read(() => JSON.parse(text)) };
}

function read<Result>(decode: () => Result): Result {
  try {
    return decode();
  } catch {
    throw new ApiError('invalid_body', { detail: 'The body is not JSON.' });
  }
}
