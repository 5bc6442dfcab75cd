import { isStorable } from '@genvoris/contract';
import { isNestedWithin, pacedBody, readBody } from '@genvoris/http';
import { BodyFailure, type Failure, tooSlow } from '../exchange/failure.ts';
import type { StorefrontRequest } from '../exchange/request.ts';
import { someText } from '../exchange/some-text.ts';

/** Reads a small body as it came, for what is signed over its bytes. */
export async function readBytes(
  request: StorefrontRequest,
  limit: number,
  graceMs: number,
): Promise<{ kind: 'bytes'; bytes: Uint8Array } | Failure> {
  let bytes = request.body.arrived();
  if (bytes === undefined) {
    const arriving = pacedBody(request.body.stream(), graceMs, tooSlow);
    try {
      bytes = await readBody(arriving, limit);
    } catch (error) {
      return error instanceof BodyFailure ? error.failure : { kind: 'client_gone' };
    }
  }
  if (bytes === undefined || bytes.byteLength > limit) return { kind: 'payload_too_large', limit };
  return { kind: 'bytes', bytes };
}

/** Reads a small JSON body by the rules of openapi/README.md; an empty one is `undefined`. */
export async function readJson(
  request: StorefrontRequest,
  limit: number,
  graceMs: number,
): Promise<{ kind: 'json'; value: unknown } | Failure> {
  const read = await readBytes(request, limit, graceMs);
  return read.kind === 'bytes' ? parseJson(read.bytes) : read;
}

export function parseJson(bytes: Uint8Array): { kind: 'json'; value: unknown } | Failure {
  if (bytes.byteLength === 0) return { kind: 'json', value: undefined };
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!isNestedWithin(text)) return { kind: 'invalid_request', detail: 'The body is nested too deeply.' };
    value = JSON.parse(text);
  } catch {
    return { kind: 'invalid_request', detail: 'The body is not JSON.' };
  }
  if (someText(value, (text) => !isStorable(text)))
    return { kind: 'invalid_request', detail: 'The body has a NUL or half of a surrogate pair in a text.' };
  return { kind: 'json', value };
}
