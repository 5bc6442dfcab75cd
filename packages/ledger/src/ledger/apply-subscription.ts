import type { EventResult, SubscriptionChange } from '@genvoris/storefront';
import { countsOver, readSubscription } from '../book/subscription.ts';
import { digest } from '../storage/digest.ts';
import type { Store, Within } from '../storage/store.ts';
import { entriesOf, lockAnchor } from './anchor.ts';
import { once } from './events.ts';
import { accountOf } from './holders.ts';
import { type OpenedAccounts, openAccounts } from './opened-accounts.ts';

/** Writes down how a subscription stands, unless that is older than what is known. */
export function applySubscription(store: Store, change: SubscriptionChange): Promise<EventResult> {
  const { subscriptionId, at, state, endsAt, occurredAt } = change;
  const ref = digest('subscription', subscriptionId);
  return once(store, change, async (trx) => {
    await lockAnchor(store, trx, { ref, orderId: subscriptionId, at });
    const accounts = openAccounts(store, trx);
    const known = await knownNow(trx, accounts, ref, change);
    if (!(known || change.begins) || !countsOver(change, known))
      return { outcome: 'ignored', granted: 0, revoked: 0 };
    const before = known?.customerId ?? null;
    const whose = await accountOf(accounts, change.holder, at);
    const customerId = whose && !(whose.guest && before !== null) ? whose.opened.id : before;
    if (before !== null && before !== customerId) accounts.write(before, { kind: 'move', at, ref });
    accounts.write(customerId, {
      kind: 'subscription',
      at,
      ref,
      orderId: subscriptionId,
      until: endsAt,
      detail: { state, occurredAt },
    });
    await accounts.save();
    return { outcome: 'subscription_changed', granted: 0, revoked: 0 };
  });
}

/** What is known, with the account that it is in locked. */
async function knownNow(
  trx: Within,
  accounts: OpenedAccounts,
  ref: string,
  { subscriptionId }: SubscriptionChange,
) {
  for (;;) {
    const known = readSubscription(await entriesOf(trx, ref));
    if (!known || known.customerId === null || accounts.get(known.customerId)) return known;
    await accounts.open([known.customerId]);
    if (!accounts.get(known.customerId))
      throw new Error(`The account of subscription ${JSON.stringify(subscriptionId)} is not there`);
  }
}
