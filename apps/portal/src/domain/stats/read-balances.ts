import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import { rollUp } from './rollup.ts';
import { ledgerMoves } from './spans.ts';

export interface Balance {
  readonly account: string;
  readonly amount: number;
}

const ACCOUNTS = ['issued', 'overage', 'packs', 'used', 'expired'];

/** What every account of a store's ledger holds; over all accounts it is zero. */
export async function readBalances(db: Kysely<Schema>, storeId: string, now: Date): Promise<Balance[]> {
  const through = await rollUp(db, storeId, now);
  const live = { storeId, from: through, to: new Date(now.getTime() + 86_400_000) };
  const { rows } = await sql<Balance>`
    select a.account, sum(a.amount)::float8 as amount from (
      select account, amount from ledger_totals where store_id = ${storeId}
      union all
      select l.account, l.amount from (${ledgerMoves(live)}) l
    ) a group by 1`.execute(db);
  const held = new Map(rows.map(({ account, amount }) => [account, amount]));
  return ACCOUNTS.map((account) => ({ account, amount: held.get(account) ?? 0 }));
}
