import type { EventResult, OrderChange } from '@genvoris/storefront';
import { catchUp, type Order, readOrder, refundedNow, usableOf } from '../book/order.ts';
import { passTime } from '../book/pass-time.ts';
import { digest } from '../storage/digest.ts';
import type { Store, Within } from '../storage/store.ts';
import { entriesOf, lockAnchor } from './anchor.ts';
import { once } from './events.ts';
import { accountOf } from './holders.ts';
import { type OpenedAccounts, openAccounts } from './opened-accounts.ts';

type Result = Omit<EventResult, 'duplicate'>;
const RECORDED: Result = { outcome: 'recorded', granted: 0, revoked: 0 };

/** Writes down a payment, a refund or a cancellation, in whatever order they come. */
export function applyOrder(store: Store, change: OrderChange): Promise<EventResult> {
  const { orderId, at } = change;
  const ref = digest('order', orderId);
  return once(store, change, async (trx) => {
    await lockAnchor(store, trx, { ref, orderId, at });
    const accounts = openAccounts(store, trx);
    const result =
      change.kind === 'paid'
        ? await pay(trx, accounts, ref, change)
        : await takeBack(trx, accounts, ref, change);
    await accounts.save();
    return result;
  });
}

async function pay(
  trx: Within,
  accounts: OpenedAccounts,
  ref: string,
  { orderId, at, holder, totalCents, grant }: OrderChange & { kind: 'paid' },
): Promise<Result> {
  const order = readOrder(await entriesOf(trx, ref));
  if (order.paid) return RECORDED;
  const whose = await accountOf(accounts, holder, at);
  accounts.write(whose?.opened.id ?? null, {
    kind: 'grant',
    at,
    ref,
    orderId,
    amount: grant?.amount ?? 0,
    source: grant?.source ?? null,
    until: grant?.expiresAt ?? null,
    once: digest('grant', ref),
    detail: { cents: totalCents },
  });
  if (whose) catchUp(whose.opened.account, { ref, orderId, at }, order, whose.opened.write);
  const usable = whose ? usableOf(whose.opened.account, ref) : (grant?.amount ?? 0);
  if (usable === 0) return RECORDED;
  if (!whose || whose.guest) return { outcome: 'guest_order', granted: 0, revoked: 0 };
  return { outcome: 'granted', granted: usable, revoked: 0 };
}

async function takeBack(
  trx: Within,
  accounts: OpenedAccounts,
  ref: string,
  change: OrderChange & { kind: 'refunded' | 'cancelled' },
): Promise<Result> {
  const { orderId, at } = change;
  const name = change.kind === 'refunded' ? digest('refund', ref, change.refundId) : digest('cancel', ref);
  let order: Order;
  for (;;) {
    const entries = await entriesOf(trx, ref);
    if (entries.some((entry) => entry.once === name))
      return { ...RECORDED, ...(change.kind === 'refunded' && { refundedCents: 0 }) };
    order = readOrder(entries);
    const { customerId } = order;
    if (customerId === null || accounts.get(customerId)) break;
    // While the account was waited for, somebody may have claimed the order.
    await accounts.open([customerId]);
    if (!accounts.get(customerId))
      throw new Error(`The account of order ${JSON.stringify(orderId)} is not there`);
  }
  const opened = order.customerId === null ? undefined : accounts.get(order.customerId);
  // What time has done is not this refund's doing.
  if (opened) passTime(opened.account, at, opened.write);
  const refund = change.kind === 'refunded' ? change.amountCents : undefined;
  accounts.write(order.customerId, {
    kind: change.kind === 'refunded' ? 'refund' : 'cancel',
    at,
    ref,
    orderId,
    once: name,
    detail: refund === undefined ? null : refund === null ? { whole: true } : { cents: refund },
  });
  const money = refund === undefined ? {} : { refundedCents: refundedNow(order, refund) };
  if (!opened) return { ...RECORDED, ...money };
  let revoked = 0;
  passTime(opened.account, at, (entry) => {
    if (entry.kind === 'revoke' && entry.ref === ref) revoked += entry.amount ?? 0;
    opened.write(entry);
  });
  return { ...(revoked > 0 ? { outcome: 'revoked', granted: 0, revoked } : RECORDED), ...money };
}
