import type { StorefrontRequest } from '../exchange/request.ts';

/** All that goes upstream of an upload's headers. Keys, cookies, addresses and hop-by-hop headers do not. */
const UPLOAD_HEADERS = ['content-type', 'content-length'] as const;

export function uploadHeaders(request: StorefrontRequest): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of UPLOAD_HEADERS) {
    const value = request.header(name);
    if (value !== undefined) headers[name] = value;
  }
  return headers;
}
