import { BodyTooLarge, counted } from '../exchange/counted-body.ts';
import type { Failure } from '../exchange/failure.ts';
import type { StorefrontRequest } from '../exchange/request.ts';

/** Reads a small JSON body; an empty one is `undefined`. */
export async function readJson(
  request: StorefrontRequest,
  limit: number,
): Promise<{ kind: 'json'; value: unknown } | Failure> {
  let bytes: Uint8Array;
  try {
    bytes = request.body.arrived() ?? (await collect(counted(request.body.stream(), limit)));
  } catch (error) {
    if (error instanceof BodyTooLarge) return { kind: 'payload_too_large', limit };
    return { kind: 'client_gone' };
  }
  if (bytes.byteLength > limit) return { kind: 'payload_too_large', limit };
  if (bytes.byteLength === 0) return { kind: 'json', value: undefined };
  try {
    return { kind: 'json', value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return { kind: 'invalid_request', detail: 'The body is not JSON.' };
  }
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.byteLength;
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
  }
  return all;
}
