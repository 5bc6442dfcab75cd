import type { ExternalId } from '@genvoris/contract';
import type { ReserveRequest } from '@genvoris/storefront';
import type { Ledger } from '../src/index.ts';

/** Where a ledger is, as each entry point takes it. */
export type Place =
  | { kind: 'sqlite'; file: string; prefix: string }
  | { kind: 'postgres' | 'mysql'; url: string; prefix: string };

/** What another process does there. */
export interface Job {
  place: Place;
  shopper: ExternalId;
  order: Parameters<Ledger['applyOrder']>[0];
  request: ReserveRequest;
  times: number;
}

/** Loads the one driver that is wanted, for loading all of them is most of what a short process does. */
export async function createAt(place: Place): Promise<Ledger> {
  if (place.kind === 'sqlite') return (await import('../src/sqlite.ts')).createSqliteLedger(place);
  return place.kind === 'postgres'
    ? (await import('../src/postgres.ts')).createPostgresLedger(place)
    : (await import('../src/mysql.ts')).createMysqlLedger(place);
}
