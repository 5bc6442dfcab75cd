import type { components } from '@genvoris/contract/types/storefront';
import { STATUS_MAX_BYTES, TRYON_MAX_BYTES } from '../tables.ts';
import { type Answer, exchange, member } from './answer.ts';
import { type Gateway, TIMEOUT_MS } from './gateway.ts';
import { createNonceKeeper } from './nonce.ts';

type WordPressError = components['schemas']['WordPressError'];

/** The mounts of WordPress, where who sends no nonce is a guest, in a status too. */
const WORDPRESS = /\/wp-json\/|rest_route=|\/genvoris-proxy$/;

/** Speaks openapi/storefront.yaml to the shop's adapter. It knows no key. */
export function proxyGateway(base: string): Gateway {
  const nonces = createNonceKeeper(`${base}/nonce`, TIMEOUT_MS.short);
  const isWordPress = WORDPRESS.test(base);

  /** Posts a body, or asks where there is none. */
  async function ask(
    path: string,
    body: FormData | string | null,
    timeoutMs: number,
    abort: AbortSignal,
  ): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const headers: Record<string, string> = { accept: 'application/json' };
      const nonce = body || isWordPress ? await nonces.get(abort) : undefined;
      if (nonce && 'header' in nonce) headers[nonce.header] = nonce.value;
      else if (nonce && body) return nonce;
      if (typeof body === 'string') headers['content-type'] = 'application/json';
      const answer = await exchange(
        `${base}${path}`,
        { method: body ? 'POST' : 'GET', credentials: 'same-origin', headers, body },
        { maxBytes: body ? TRYON_MAX_BYTES : STATUS_MAX_BYTES, timeoutMs },
        abort,
      );
      if (attempt > 1 || !nonce || !isStaleNonce(answer)) return answer;
      nonces.drop();
    }
  }

  return {
    status(productId, abort) {
      // WordPress without rewrite rules has its routes in the query.
      const mark = base.includes('?') ? '&' : '?';
      const query = productId ? `${mark}product_id=${encodeURIComponent(productId)}` : '';
      return ask(`/status${query}`, null, TIMEOUT_MS.short, abort);
    },
    analyze: (form, abort) => ask('/proxy/api/analyze', form, TIMEOUT_MS.analyze, abort),
    tryon: (form, abort) => ask('/proxy/api/tryon', form, TIMEOUT_MS.tryon, abort),
    checkout: (productId, abort) =>
      ask('/checkout', JSON.stringify(productId ? { productId } : {}), TIMEOUT_MS.short, abort),
  };
}

// With the portal's word beside it, it is the shop's domain that is refused, and a fresh nonce changes nothing.
function isStaleNonce({ status, body }: Answer): boolean {
  const code = member(body, 'code');
  return (
    status === 419 ||
    (status === 403 &&
      (code === 'cross_origin' || code === ('rest_cookie_invalid_nonce' satisfies WordPressError['code'])) &&
      !member(body, 'error'))
  );
}
