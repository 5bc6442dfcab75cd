import { BoundedMap } from '@genvoris/http';
import type { Book } from '../ledger/book.ts';
import type { ClaimOf } from '../shoppers/claims.ts';
import type { Shopper } from '../shoppers/shopper.ts';

/** Orders of guests, which are a shopper's once the shop knows that the email is theirs. */
export interface GuestOrders {
  /** Gives the shopper those with the email that the shop has verified, and those that follow. */
  claim(shopper: Shopper): Promise<void>;
  /** The shopper was deleted: whoever comes back under that id claims anew. */
  forget(externalId: string): void;
}

const MOST_CLAIMED = 10_000;
/** Another process may have been told that the shopper was deleted. */
const CLAIMED_FOR_MS = 5 * 60_000;

export function createGuestOrders(book: Book, claimOf: ClaimOf): GuestOrders {
  // By the email's keyed hash: nothing here remembers an email.
  const claimed = new BoundedMap<string, { claim: string; until: number }>(MOST_CLAIMED);
  return {
    async claim({ externalId, verifiedEmail }) {
      const claim = await claimOf(verifiedEmail);
      if (claim === undefined) return;
      const at = book.now();
      const known = claimed.get(externalId);
      if (known?.claim === claim && known.until > at) return;
      await (await book.ledger()).claim({ shopper: externalId, claim, at });
      claimed.set(externalId, { claim, until: at + CLAIMED_FOR_MS });
    },
    forget: (externalId) => claimed.delete(externalId),
  };
}
