import { readBody } from '@genvoris/http';
import type { Failure } from '../exchange/failure.ts';
import type { StorefrontRequest } from '../exchange/request.ts';

/** Reads a small JSON body; an empty one is `undefined`. */
export async function readJson(
  request: StorefrontRequest,
  limit: number,
): Promise<{ kind: 'json'; value: unknown } | Failure> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = request.body.arrived() ?? (await readBody(request.body.stream(), limit));
  } catch {
    return { kind: 'client_gone' };
  }
  if (bytes === undefined || bytes.byteLength > limit) return { kind: 'payload_too_large', limit };
  if (bytes.byteLength === 0) return { kind: 'json', value: undefined };
  try {
    return { kind: 'json', value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return { kind: 'invalid_request', detail: 'The body is not JSON.' };
  }
}
