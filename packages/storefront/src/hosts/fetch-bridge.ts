import { Cancellation } from '../exchange/cancellation.ts';
import type { StorefrontRequest, StorefrontResponse } from '../exchange/request.ts';
import type { Runtime } from '../exchange/runtime.ts';

/** `crypto.subtle` only. Each call goes through a thread pool, which costs more than the hashing. */
export const webRuntime: Runtime = {
  createSigner(key) {
    const encoder = new TextEncoder();
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    let imported: Promise<CryptoKey> | undefined;
    return async (text) => {
      imported ??= crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign']);
      const digest = await crypto.subtle.sign('HMAC', await imported, encoder.encode(text));
      return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    };
  },
};

/** A Web `Request` as the core sees it; outside of `basePath` its path matches nothing. */
export function toStorefrontRequest(
  request: Request,
  basePath: string,
  peerAddress: string | undefined,
): StorefrontRequest<Request> {
  const { url, body } = request;
  // Not by `new URL`, which resolves dots and thereby changes what was asked for.
  const [, target = '/'] = /^[^:/?#]+:\/\/[^/?#]*([^#]*)/.exec(url) ?? [];
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  const cancellation = new Cancellation();
  if (request.signal.aborted) cancellation.abort();
  else request.signal.addEventListener('abort', () => cancellation.abort(), { once: true });
  return {
    method: request.method,
    path: path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : '',
    query: mark === -1 ? '' : target.slice(mark + 1),
    header: (name) => request.headers.get(name) ?? undefined,
    peerAddress,
    body: {
      arrived() {
        if (body === null) return new Uint8Array(0);
        if (!body.locked && !request.bodyUsed) return undefined;
        throw new TypeError(
          'the body of the Request was read before the storefront could: give it the Request unread, or a clone',
        );
      },
      stream: () => (body ?? new ReadableStream<Uint8Array>()) as AsyncIterable<Uint8Array>,
    },
    signal: cancellation,
    abort: () => cancellation.abort(),
    host: request,
  };
}

export function toWebResponse({ status, headers: list, body }: StorefrontResponse): Response {
  const headers = new Headers();
  for (let i = 0; i + 1 < list.length; i += 2) headers.append(list[i] as string, list[i + 1] as string);
  return new Response(body as string, { status, headers });
}
