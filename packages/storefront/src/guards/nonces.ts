import { BoundedMap } from '@genvoris/http';
import type { Awaitable } from '../exchange/request.ts';
import type { Signer } from '../exchange/runtime.ts';
import type { Shopper } from '../shoppers/shopper.ts';

/** A CSRF token as a page is given it. */
export interface IssuedNonce {
  nonce: string;
  expiresAt: Date;
  /** Values for `Set-Cookie`, for a check that compares with a cookie. */
  cookies?: readonly string[] | undefined;
}

/** CSRF tokens that need no store: a signature over whom they are for and when they end. */
export interface Nonces {
  issue(shopper: Shopper | null): Promise<IssuedNonce>;
  /** Whether the token was issued to this shopper, in this session of the shop, and has not ended. */
  verify(nonce: string, shopper: Shopper | null): Awaitable<boolean>;
}

const LIFETIME_MS = 12 * 60 * 60 * 1000;
const MOST_VERIFIED = 10_000;
const NONCE = /^([0-9a-f]{32})\.([0-9a-z]{1,9})$/;

interface Verified {
  externalId: string | undefined;
  sessionId: string | undefined;
  ends: number;
}

export function createNonces(sign: Signer, now: () => number = Date.now): Nonces {
  // A page sends the same token with each of its calls; it is signed again only for the first.
  const verified = new BoundedMap<string, Verified>(MOST_VERIFIED);
  const signature = (ends: string, shopper: Shopper | null) =>
    sign(JSON.stringify(['nonce', ends, shopper?.externalId ?? '', shopper?.sessionId ?? '']));
  return {
    async issue(shopper) {
      const expiresAt = new Date(Math.floor((now() + LIFETIME_MS) / 1000) * 1000);
      const ends = (expiresAt.getTime() / 1000).toString(36);
      const signed = await signature(ends, shopper);
      return { nonce: `${signed.slice(0, 32)}.${ends}`, expiresAt };
    },
    verify(nonce, shopper) {
      const known = verified.get(nonce);
      if (
        known !== undefined &&
        known.externalId === shopper?.externalId &&
        known.sessionId === shopper?.sessionId
      )
        return known.ends > now();
      const [, given, encoded] = NONCE.exec(nonce) ?? [];
      if (given === undefined || encoded === undefined) return false;
      const ends = Number.parseInt(encoded, 36) * 1000;
      if (ends <= now()) return false;
      const matches = (signed: string) => {
        if (!sameText(given, signed.slice(0, 32))) return false;
        verified.set(nonce, { externalId: shopper?.externalId, sessionId: shopper?.sessionId, ends });
        return true;
      };
      const signed = signature(encoded, shopper);
      return typeof signed === 'string' ? matches(signed) : signed.then(matches);
    },
  };
}

/** Compares without telling by its duration where the first difference is. */
export function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % (b.length || 1));
  return difference === 0;
}
