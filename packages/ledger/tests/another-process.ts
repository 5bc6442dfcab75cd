// A process of a shop: opens the ledger, tells it of an order and reserves, all at once, and is killed before it settles.
import type { ExternalId } from '@genvoris/contract';
import type { ReserveRequest } from '@genvoris/storefront';
import type { Ledger } from '../src/index.ts';
import { createMysqlLedger } from '../src/mysql.ts';
import { createPostgresLedger } from '../src/postgres.ts';
import { createSqliteLedger } from '../src/sqlite.ts';

/** Where the ledger is, as each entry point takes it. */
export type Place =
  | { kind: 'sqlite'; file: string; prefix: string }
  | { kind: 'postgres' | 'mysql'; url: string; prefix: string };

export interface Job {
  place: Place;
  shopper: ExternalId;
  order: Parameters<Ledger['applyOrder']>[0];
  request: ReserveRequest;
  times: number;
}

export function createAt(place: Place): Ledger {
  if (place.kind === 'sqlite') return createSqliteLedger(place);
  return place.kind === 'postgres' ? createPostgresLedger(place) : createMysqlLedger(place);
}

if (process.argv[1] === import.meta.filename) {
  const { place, shopper, order, request, times } = JSON.parse(process.argv[2] ?? '') as Job;
  const ledger = createAt(place);
  await ledger.open();
  const { duplicate } = await ledger.applyOrder(order);
  const answers = await Promise.all(Array.from({ length: times }, () => ledger.reserve(shopper, request)));
  const held = answers.flatMap((answer) => (answer.kind === 'held' ? [answer.id] : []));
  process.stdout.write(JSON.stringify({ granted: !duplicate, held }), () =>
    process.kill(process.pid, 'SIGKILL'),
  );
}
