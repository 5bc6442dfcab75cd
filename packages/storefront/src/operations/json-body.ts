import { isNestedWithin, readBody } from '@genvoris/http';
import { BodyFailure, type Failure } from '../exchange/failure.ts';
import { pacedBody } from '../exchange/paced-body.ts';
import type { StorefrontRequest } from '../exchange/request.ts';

/** Reads a small JSON body; an empty one is `undefined`. */
export async function readJson(
  request: StorefrontRequest,
  limit: number,
  graceMs: number,
): Promise<{ kind: 'json'; value: unknown } | Failure> {
  let bytes = request.body.arrived();
  if (bytes === undefined) {
    const arriving = pacedBody(request.body.stream(), graceMs);
    try {
      bytes = await readBody(arriving, limit);
    } catch (error) {
      return error instanceof BodyFailure ? error.failure : { kind: 'client_gone' };
    }
  }
  if (bytes === undefined || bytes.byteLength > limit) return { kind: 'payload_too_large', limit };
  if (bytes.byteLength === 0) return { kind: 'json', value: undefined };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (isNestedWithin(text)) return { kind: 'json', value: JSON.parse(text) };
  } catch {
    // As below.
  }
  return { kind: 'invalid_request', detail: 'The body is not JSON, or nested too deeply.' };
}
