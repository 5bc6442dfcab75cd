import type { NonceResponse } from '@genvoris/contract/types/storefront';
import type { Awaitable, StorefrontRequest } from '../exchange/request.ts';
import type { Shopper } from '../shoppers/shopper.ts';
import type { IssuedNonce, Nonces } from './nonces.ts';

/** The headers that the contract lets a CSRF token travel in. */
export type CsrfHeader = NonceResponse['header'];

/**
 * How a host proves that a mutation comes from its own page.
 *
 * @see openapi/storefront.yaml getNonce
 */
export interface Csrf<Host = unknown> {
  readonly header: CsrfHeader;
  issue(request: StorefrontRequest<Host>, shopper: Shopper | null): Awaitable<IssuedNonce>;
  /** `token` is what the header carries. */
  verify(token: string, request: StorefrontRequest<Host>, shopper: Shopper | null): Awaitable<boolean>;
}

/** Signed nonces in the default header. */
export function createNonceCsrf(nonces: Nonces): Csrf {
  return {
    header: 'X-WP-Nonce',
    issue: (_request, shopper) => nonces.issue(shopper),
    verify: (token, _request, shopper) => nonces.verify(token, shopper),
  };
}
