import type { Book } from '../ledger/book.ts';
import type { ShopperAllowance } from '../ledger/shopper-ledger.ts';
import type { Shopper } from '../shoppers/shopper.ts';
import type { Entitlement, Entitlements } from './entitlements.ts';
import { monthOf } from './free-month.ts';
import type { GuestOrders } from './guest-orders.ts';
import type { Model } from './model.ts';

/**
 * What shoppers may do under the models that count: what is in the ledger, whichever model brought it, and what the model
 * in force gives freely. A guest has to sign in first.
 */
export function createCounted(
  book: Book,
  { claim }: Pick<GuestOrders, 'claim'>,
): (model: Model) => Entitlements {
  return (model) => ({
    model,
    async check(shopper) {
      if (shopper === null) return { permitted: false, ctaType: 'sign_in', remaining: null };
      await claim(shopper);
      return toEntitlement(model, await readAllowance(book, shopper));
    },
    async reserve(shopper, { requestId, key }) {
      if (shopper === null) return { kind: 'sign_in_required' };
      await claim(shopper);
      const ledger = await book.ledger();
      const at = book.now();
      book.sweep();
      const held = await ledger.reserve(shopper.externalId, {
        at,
        until: at + (key === undefined ? book.tryonHoldMs : book.holdMs),
        free: model.freePerMonth === null ? null : { since: monthOf(at).since, limit: model.freePerMonth },
        ...(key === undefined ? { adopt: true } : { key }),
        requestId,
      });
      if (held.kind === 'held') return { kind: 'reserved', id: held.id, remaining: held.remaining };
      return { kind: 'allowance_spent', reason: model.whySpent(await readAllowance(book, shopper)) };
    },
    async settle({ id }, requestId) {
      if (id !== null) await (await book.ledger()).settle(id, { at: book.now(), requestId });
    },
    async release({ id }) {
      if (id !== null) await (await book.ledger()).release(id, { at: book.now() });
    },
  });
}

/** What the shopper has in the ledger now. */
export async function readAllowance(book: Book, { externalId }: Shopper): Promise<ShopperAllowance> {
  const ledger = await book.ledger();
  const at = book.now();
  return ledger.allowance(externalId, { at, freeSince: monthOf(at).since });
}

export function toEntitlement(model: Model, allowance: ShopperAllowance): Entitlement {
  const { subscription, freeUsed, session, credits, held } = allowance;
  if (subscription?.state === 'active') return { permitted: true, ctaType: 'try_on', remaining: null };
  const free = Math.max((model.freePerMonth ?? 0) - freeUsed, 0);
  const remaining = free + session.remaining + credits;
  // What `POST /credits/use` has taken is no longer left, and the try-on that it was taken for is still to come.
  if (remaining > 0 || held > 0) return { permitted: true, ctaType: 'try_on', remaining };
  return {
    permitted: false,
    ctaType: model.offer.ctaType,
    remaining: 0,
    reason: model.whySpent(allowance),
  };
}
