import { createGroupCommit, type Database, debitBatch, newId } from '@genvoris/portal/debits';
import pg from 'pg';
import { type Measured, measure, newDebit, REPORT, type Shop } from './workload.ts';

export interface Contender {
  readonly name: string;
  run(clients: number, seconds: number, shops: readonly Shop[]): Promise<Measured>;
}

/** Ours: what a portal process does. */
export function groupCommit(database: Database): Contender {
  const debits = createGroupCommit({ run: database.runDedicated, clock: { now: () => new Date() } });
  return {
    name: 'ours (group commit)',
    run: (clients, seconds, shops) =>
      measure(clients, seconds, shops, async (shop) => {
        const { outcome } = await debits.debit(newDebit(shop));
        if (outcome !== 'debited') throw new Error(outcome);
      }),
  };
}

/** The same function, one debit per call, a connection per client (PGlite has but one). */
export function oneStatement(database: Database): Contender {
  return {
    name: 'one statement per debit',
    async run(clients, seconds, shops) {
      const connections = Array.from({ length: clients }, () => database.openDedicated());
      // A first call connects and plans, which is no part of a debit.
      const [first] = shops;
      if (first)
        for (const connection of connections) await debitBatch(connection.run, [newDebit(first)], new Date());
      const measured = await measure(clients, seconds, shops, async (shop, client) => {
        const connection = connections[client];
        if (connection) await debitBatch(connection.run, [newDebit(shop)], new Date());
      });
      await Promise.all(connections.map((connection) => connection.close()));
      return measured;
    },
  };
}

/** What one writes first: a transaction of plain statements, the same rows in the same tables. */
export const PLAIN_STEPS: readonly ((ids: Ids) => { name: string; text: string; values: unknown[] })[] = [
  ({ storeId }) => ({
    name: 'lock',
    text: 'select balance from pools where store_id = $1 for update',
    values: [storeId],
  }),
  ({ storeId }) => ({
    name: 'pack',
    text: `update packs set remaining = remaining - 1 where store_id = $1 and id = (
      select id from packs where store_id = $1 and remaining > 0 order by expires_at, created_at, id limit 1) returning id`,
    values: [storeId],
  }),
  ({ storeId }) => ({
    name: 'pool',
    text: 'update pools set balance = balance - 1, period_used = period_used + 1 where store_id = $1',
    values: [storeId],
  }),
  ({ storeId, tryonId }) => ({
    name: 'tryon',
    text: `insert into tryons (store_id, id, at, success, charged_to, debit_id, report) values ($1, $2, now(), true, 'nobody', $2, $3)`,
    values: [storeId, tryonId, JSON.stringify(REPORT)],
  }),
  ({ storeId, tryonId, packId }) => ({
    name: 'entry',
    text: `insert into ledger_entries (store_id, id, at, kind, source, sink, amount, debit_id) values ($1, 'led_' || $2::text, now(), 'debit', 'pack:' || $3::text, 'used', 1, $2)`,
    values: [storeId, tryonId, packId],
  }),
  ({ storeId, tryonId }) => ({
    name: 'event',
    text: `insert into outbox (store_id, id, type, created_at, data) values ($1, 'evt_' || $2::text, 'tryon.completed', now(), $3)`,
    values: [storeId, tryonId, JSON.stringify(REPORT)],
  }),
];

interface Ids {
  readonly storeId: string;
  readonly tryonId: string;
  readonly packId: string;
}

export function oneTransaction(url: string): Contender {
  return {
    name: 'one transaction per debit',
    async run(clients, seconds, shops) {
      const connections = await Promise.all(
        Array.from({ length: clients }, async () => {
          const client = new pg.Client({ connectionString: url });
          await client.connect();
          return client;
        }),
      );
      const measured = await measure(clients, seconds, shops, async ({ storeId }, n) => {
        const client = connections[n];
        if (!client) return;
        const tryonId = newId('try_', new Date());
        let packId = '';
        await client.query('begin');
        for (const step of PLAIN_STEPS) {
          const { rows } = await client.query(step({ storeId, tryonId, packId }));
          packId = rows[0]?.id ?? packId;
        }
        await client.query('commit');
      });
      await Promise.all(connections.map((client) => client.end()));
      return measured;
    },
  };
}
