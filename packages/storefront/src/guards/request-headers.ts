import type { StorefrontRequest } from '../exchange/request.ts';

/**
 * All that goes upstream of an upload's headers: keys, cookies, addresses and hop-by-hop headers do not. The length is
 * the client's word for what is still arriving; a body that is here already has its own.
 */
export function uploadHeaders(request: StorefrontRequest, body: unknown): Record<string, string> {
  const headers: Record<string, string> = {};
  const type = request.header('content-type');
  if (type !== undefined) headers['content-type'] = type;
  const length = body instanceof Uint8Array ? undefined : request.header('content-length');
  if (length !== undefined) headers['content-length'] = length;
  return headers;
}
