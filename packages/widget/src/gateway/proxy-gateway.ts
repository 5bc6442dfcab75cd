import type { components } from '@genvoris/contract/types/storefront';
import { STATUS_MAX_BYTES, TRYON_MAX_BYTES } from '../tables.ts';
import { type Answer, exchange, member } from './answer.ts';
import { type Gateway, TIMEOUT_MS } from './gateway.ts';
import { createNonceKeeper } from './nonce.ts';

type WordPressError = components['schemas']['WordPressError'];

/** The mounts of WordPress, where who sends no nonce is a guest, in a status too. */
const WORDPRESS = /\/wp-json\/|[?&]rest_route=|\/genvoris-proxy$/;

/** Speaks openapi/storefront.yaml to the shop's adapter. It knows no key. */
export function proxyGateway(base: string): Gateway {
  const nonces = createNonceKeeper(`${base}/nonce`, TIMEOUT_MS.short);
  const isWordPress = WORDPRESS.test(base);

  async function post(
    path: string,
    body: FormData | string,
    timeoutMs: number,
    abort: AbortSignal,
  ): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const nonce = await nonces.get(abort);
      if ('status' in nonce) return nonce;
      const headers: Record<string, string> = { accept: 'application/json', [nonce.header]: nonce.value };
      if (typeof body === 'string') headers['content-type'] = 'application/json';
      const init: RequestInit = { method: 'POST', credentials: 'same-origin', headers, body };
      const answer = await exchange(`${base}${path}`, init, { maxBytes: TRYON_MAX_BYTES, timeoutMs }, abort);
      if (attempt > 1 || !isStaleNonce(answer)) return answer;
      nonces.drop();
    }
  }

  return {
    async status(productId, abort) {
      // WordPress without rewrite rules has its routes in the query.
      const mark = base.includes('?') ? '&' : '?';
      const query = productId ? `${mark}product_id=${encodeURIComponent(productId)}` : '';
      for (let attempt = 1; ; attempt++) {
        const headers: Record<string, string> = { accept: 'application/json' };
        const nonce = isWordPress ? await nonces.get(abort) : undefined;
        if (nonce && 'header' in nonce) headers[nonce.header] = nonce.value;
        const answer = await exchange(
          `${base}/status${query}`,
          { credentials: 'same-origin', headers },
          { maxBytes: STATUS_MAX_BYTES, timeoutMs: TIMEOUT_MS.short },
          abort,
        );
        if (attempt > 1 || !nonce || !isStaleNonce(answer)) return answer;
        nonces.drop();
      }
    },
    analyze: (form, abort) => post('/proxy/api/analyze', form, TIMEOUT_MS.analyze, abort),
    tryon: (form, abort) => post('/proxy/api/tryon', form, TIMEOUT_MS.tryon, abort),
    checkout: (productId, abort) =>
      post('/checkout', JSON.stringify(productId ? { productId } : {}), TIMEOUT_MS.short, abort),
  };
}

// With the portal's word beside it, it is the shop's domain that is refused, and a fresh nonce changes nothing.
function isStaleNonce({ status, body }: Answer): boolean {
  if (status === 419) return true;
  const code = member(body, 'code');
  return (
    status === 403 &&
    (code === 'cross_origin' || code === ('rest_cookie_invalid_nonce' satisfies WordPressError['code'])) &&
    member(body, 'error') === undefined
  );
}
