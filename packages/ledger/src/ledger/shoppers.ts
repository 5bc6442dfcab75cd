import type { EventResult, ShopperLedger } from '@genvoris/storefront';
import { remaining } from '../book/allowance.ts';
import { moveOut } from '../book/order.ts';
import { passTime } from '../book/pass-time.ts';
import { toEntry } from '../storage/entry-row.ts';
import type { Store, Within } from '../storage/store.ts';
import { transact } from '../storage/transaction.ts';
import { once } from './events.ts';
import { claimHolder, type Opened, openAccounts, shopperHolder } from './opened-accounts.ts';

/** Gives a guest's orders and subscriptions to the shopper, and those that follow under the same claim. */
export function claim(store: Store, change: Parameters<ShopperLedger['claim']>[0]): Promise<EventResult> {
  const { shopper, at, eventId } = change;
  const work = async (trx: Within): Promise<Omit<EventResult, 'duplicate'>> => {
    const accounts = openAccounts(store, trx);
    const guest = await accounts.ofHolder(claimHolder(change.claim), { externalId: null, at });
    const owner = await accounts.ofHolder(shopperHolder(shopper), { externalId: shopper, at });
    if (guest.ownerId !== owner.id)
      await trx
        .updateTable('genvoris_customers')
        .set({ owner_id: owner.id })
        .where('id', '=', guest.id)
        .execute();
    for (const { account, write } of [guest, owner]) passTime(account, at, write);
    const before = counted(owner, at);
    const moved = moveOut(await entriesOf(trx, guest.id), at, guest.write);
    for (const entry of moved) owner.write({ ...entry, customerId: owner.id });
    passTime(owner.account, at, owner.write);
    await accounts.save();
    if (moved.length === 0) return { outcome: 'ignored', granted: 0, revoked: 0 };
    return { outcome: 'claimed', granted: counted(owner, at) - before, revoked: 0 };
  };
  if (eventId !== undefined) return once(store, { eventId, at }, work);
  return transact(store, async (trx) => ({ duplicate: false, ...(await work(trx)) }));
}

function counted({ account }: Opened, at: number): number {
  return remaining({ ...account, subscriptions: new Map() }, at, null) ?? 0;
}

async function entriesOf(trx: Within, customerId: string) {
  const query = trx.selectFrom('genvoris_credits').selectAll().where('customer_id', '=', customerId);
  return (await query.orderBy('id').execute()).map(toEntry);
}

/** Takes away all that says who the shopper was; the entries stay under a row that is nobody's. */
export function detach(store: Store, change: Parameters<ShopperLedger['detach']>[0]): Promise<EventResult> {
  return once(store, change, async (trx) => {
    const holders = [shopperHolder(change.shopper)];
    if (change.claim !== undefined) holders.push(claimHolder(change.claim));
    const rows = await trx
      .selectFrom('genvoris_customers')
      .select('id')
      .where('holder', 'in', holders)
      .orderBy('id')
      .execute();
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0)
      await trx
        .updateTable('genvoris_customers')
        .set({ holder: null, external_id: null, owner_id: null })
        .where((where) => where.or([where('id', 'in', ids), where('owner_id', 'in', ids)]))
        .execute();
    return { outcome: 'deleted', granted: 0, revoked: 0 };
  });
}
