import type { Entry } from '../book/entry.ts';
import { digest } from '../storage/digest.ts';
import { toEntry, toEntryOf, toRow } from '../storage/entry-row.ts';
import type { Store, Within } from '../storage/store.ts';

/** Waits until nobody else works on the order or subscription, and keeps others waiting until the transaction ends. */
export async function lockAnchor(
  { flavour }: Pick<Store, 'flavour'>,
  trx: Within,
  { ref, orderId, at }: { ref: string; orderId: string; at: number },
): Promise<void> {
  const name = digest('order', ref);
  const lock = () =>
    trx
      .selectFrom('genvoris_credits')
      .select('id')
      .where('once', '=', name)
      .$if(flavour.name !== 'sqlite', (query) => query.forUpdate())
      .executeTakeFirst();
  if (await lock()) return;
  const insert = trx
    .insertInto('genvoris_credits')
    .values(toRow(toEntryOf(null, { kind: 'order', at, ref, orderId, once: name })));
  await (flavour.name === 'mysql'
    ? insert.ignore()
    : insert.onConflict((conflict) => conflict.doNothing())
  ).execute();
  await lock();
}

/** All that was written about an order or subscription, whoever's it is. */
export async function entriesOf(trx: Within, ref: string): Promise<Entry[]> {
  const rows = await trx
    .selectFrom('genvoris_credits')
    .selectAll()
    .where('ref', '=', ref)
    .orderBy('id')
    .execute();
  return rows.map(toEntry);
}
