import type { EventResult } from '@genvoris/storefront';
import { digest, storable } from '../storage/digest.ts';
import type { Store, Within } from '../storage/store.ts';
import { transact } from '../storage/transaction.ts';

/** The sender of what a shop's own orders and shoppers do. A repeat of such an event answers what the first one came to. */
const SHOP = 'shop';

/** Records an event in the transaction given. False: it was there already. */
export async function recordEvent(
  { flavour }: Pick<Store, 'flavour'>,
  trx: Within | Store['db'],
  { sender, id, at }: { sender: string; id: string; at: number },
): Promise<boolean> {
  const insert = trx.insertInto('genvoris_processed_events').values({
    id: digest('event', sender, id),
    sender: storable(sender),
    at,
    prunable_at: sender === SHOP ? null : at,
    result: null,
  });
  const { numInsertedOrUpdatedRows } = await (flavour.name === 'mysql'
    ? insert.ignore()
    : insert.onConflict((conflict) => conflict.doNothing())
  ).executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) === 1;
}

export async function forgetEvent(
  { db }: Store,
  { sender, id }: { sender: string; id: string },
): Promise<void> {
  await db
    .deleteFrom('genvoris_processed_events')
    .where('id', '=', digest('event', sender, id))
    .execute();
}

/** Does what an event asks for, once; the same event again answers as it did the first time. */
export async function once(
  store: Store,
  { eventId, at }: { eventId: string; at: number },
  work: (trx: Within) => Promise<Omit<EventResult, 'duplicate'>>,
): Promise<EventResult> {
  const known = await resultOf(store.db, eventId);
  if (known) return known;
  return transact(store, async (trx) => {
    // Whoever else records it at this moment is waited for.
    if (!(await recordEvent(store, trx, { sender: SHOP, id: eventId, at }))) {
      const theirs = await resultOf(trx, eventId);
      if (!theirs) throw new Error(`Event ${JSON.stringify(eventId)} was recorded without what it came to`);
      return theirs;
    }
    const result = await work(trx);
    await trx
      .updateTable('genvoris_processed_events')
      .set({ result: JSON.stringify(result) })
      .where('id', '=', digest('event', SHOP, eventId))
      .execute();
    return { duplicate: false, ...result };
  });
}

async function resultOf(db: Store['db'], eventId: string): Promise<EventResult | undefined> {
  const row = await db
    .selectFrom('genvoris_processed_events')
    .select('result')
    .where('id', '=', digest('event', SHOP, eventId))
    .executeTakeFirst();
  if (!row?.result) return undefined;
  return { duplicate: true, ...(JSON.parse(row.result) as Omit<EventResult, 'duplicate'>) };
}
