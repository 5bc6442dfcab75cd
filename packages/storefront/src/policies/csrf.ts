import type { NonceResponse } from '@genvoris/contract/types/storefront';
import type { Signer } from '../platform.ts';
import type { Awaitable, StorefrontRequest } from '../request.ts';
import type { Shopper } from '../shopper/shopper.ts';

/** The headers that the contract lets a CSRF token travel in. */
export type CsrfHeader = NonceResponse['header'];

export interface IssuedNonce {
  nonce: string;
  expiresAt: Date;
  /** Values for `Set-Cookie`, for a check that compares with a cookie. */
  cookies?: readonly string[];
}

/** How a host proves that a mutation comes from its own page. */
export interface Csrf<Host = unknown> {
  readonly header: CsrfHeader;
  issue(request: StorefrontRequest<Host>, shopper: Shopper | null): Awaitable<IssuedNonce>;
  verify(request: StorefrontRequest<Host>, shopper: Shopper | null): Awaitable<boolean>;
}

const HEADER: CsrfHeader = 'X-WP-Nonce';
const LIFETIME_MS = 12 * 60 * 60 * 1000;
const NONCE = /^([0-9a-f]{32})\.([0-9a-z]{1,9})$/;

/**
 * A token that needs no store: a signature over whom it is for and when it ends. It dies with the
 * shopper's session, for it is bound to both.
 */
export function createNonceCsrf(sign: Signer, now: () => number = Date.now): Csrf {
  const signature = (ends: string, shopper: Shopper | null): Awaitable<string> => {
    const signed = sign(JSON.stringify(['nonce', ends, shopper?.externalId ?? '', shopper?.sessionId ?? '']));
    return typeof signed === 'string' ? signed.slice(0, 32) : signed.then((hex) => hex.slice(0, 32));
  };
  return {
    header: HEADER,
    async issue(_request, shopper) {
      const expiresAt = new Date(Math.floor((now() + LIFETIME_MS) / 1000) * 1000);
      const ends = (expiresAt.getTime() / 1000).toString(36);
      return { nonce: `${await signature(ends, shopper)}.${ends}`, expiresAt };
    },
    verify(request, shopper) {
      const [, given, ends] = NONCE.exec(request.header(HEADER.toLowerCase()) ?? '') ?? [];
      if (given === undefined || ends === undefined) return false;
      if (Number.parseInt(ends, 36) * 1000 <= now()) return false;
      const expected = signature(ends, shopper);
      return typeof expected === 'string'
        ? sameText(given, expected)
        : expected.then((hex) => sameText(given, hex));
    },
  };
}

/** Compares without telling by its duration where the first difference is. */
export function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % (b.length || 1));
  return difference === 0;
}
