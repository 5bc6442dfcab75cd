import type { ShopperAccount } from '@genvoris/contract/types/storefront';
import { cookieOf, type Visitor } from '../shop/visitors.ts';

/** Reads `GET /account` of the storefront for the visitor; undefined where it cannot be had. */
export type OwnAccount = (visitor: Visitor) => Promise<ShopperAccount | undefined>;

/**
 * A page may ask for the account in the browser or, as here, while it is made: with the cookie of the visitor's session,
 * so that nobody else's can be read.
 *
 * @param storefrontUrl the storefront's address on this machine
 */
export function createOwnAccount(storefrontUrl: string): OwnAccount {
  return async (visitor) => {
    const response = await fetch(`${storefrontUrl}/account`, { headers: { cookie: cookieOf(visitor) } });
    // 401: a guest has none. 404: nothing is counted where everybody may try on freely.
    return response.ok ? ((await response.json()) as ShopperAccount) : undefined;
  };
}
