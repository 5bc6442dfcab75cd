import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgresCluster } from './postgres-cluster.ts';
import { findPrograms, givenServer } from './postgres-programs.ts';

export interface PostgresServer {
  readonly url: string;
  /** The folder of `pgbench`, where there is one; undefined for a server that somebody else runs. */
  readonly benchBin: string | undefined;
  stop(): Promise<void>;
}

/** What to say where there is no server to test on. */
export const NO_POSTGRES =
  'no PostgreSQL: GENVORIS_TEST_POSTGRES says skip, or neither an installed one (15 or later) nor that of the npm package runs here';

/**
 * The server whose address is in `GENVORIS_TEST_POSTGRES`, or one of our own, in a temporary folder: of an
 * installed PostgreSQL, else of the one that ships in an npm package. Undefined if there is none to be had.
 * @param settings of a server of our own, by name: `{fsync: 'off'}`
 */
export async function findPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer | undefined> {
  const url = givenServer();
  if (url !== undefined) return { url, benchBin: undefined, stop: async () => {} };
  const programs = await findPrograms();
  if (!programs) return undefined;
  const cluster = await startPostgresCluster(programs, { max_connections: '400', ...settings });
  const benchBin = existsSync(join(programs.bin, 'pgbench')) ? programs.bin : undefined;
  return { url: cluster.url, benchBin, stop: cluster.stop };
}
