import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { DataFolderError, makeDataFolder, toDataFolderError } from './data-folder.ts';
import type { Database, OnQuery, RunStatement } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { readPreparedFolder, unpackPreparedFolder } from './prepared-folder.ts';
import type { Schema } from './schema.ts';

// The default of 128 MB is touched at the start already and would be half of the process's memory; the
// system's file cache is behind it anyway.
const SETTINGS = ['-c', 'shared_buffers=32MB', '-c', 'max_connections=10'];

/**
 * PostgreSQL inside this process, in `folder`; `memory://` keeps everything in memory. Either begins with the tables.
 *
 * It has one connection and runs on this thread. It survives the process being killed, not a loss of power:
 * it never calls fsync.
 */
export async function openPGlite(folder: string, onQuery?: OnQuery): Promise<Database> {
  if (folder.startsWith('memory://')) {
    const opening = readPreparedFolder().then((prepared) => create(folder, new Blob([prepared])));
    return databaseOn(opening, { onQuery });
  }
  makeDataFolder(folder);
  const unlock = await lockFolder(folder).catch((error: unknown) => {
    throw toDataFolderError(folder, error);
  });
  try {
    const data = join(folder, 'pglite');
    await unpackPreparedFolder(data);
    const opening = create(data).catch(async (cause: unknown) => {
      const version = (await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
      const reason = `the database in ${data}, of PostgreSQL ${version || 'unknown'}, cannot be opened by this version`;
      throw new DataFolderError(folder, reason, { cause });
    });
    return await databaseOn(opening, { unlock, onQuery });
  } catch (error) {
    await unlock();
    throw toDataFolderError(folder, error);
  }
}

function create(dataDir: string, loadDataDir?: Blob): Promise<PGlite> {
  const startParams = [...PGlite.defaultStartParams, ...SETTINGS];
  return PGlite.create({ dataDir, startParams, ...(loadDataDir && { loadDataDir }) });
}

interface Opened {
  readonly unlock?: () => Promise<void>;
  readonly onQuery?: OnQuery | undefined;
}

/** The database of a PGlite that is open; closing it closes the PGlite. */
export async function databaseOn(
  opening: PGlite | Promise<PGlite>,
  { unlock = async () => {}, onQuery }: Opened = {},
): Promise<Database> {
  // Kysely is many files: they are loaded while PGlite is compiled on other threads.
  const [pglite, { Kysely, PGliteDialect }] = await Promise.all([opening, import('kysely')]);
  const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }), ...(onQuery && { log: onQuery }) });
  const run: RunStatement = async ({ text }, values) => {
    const { rows } = await pglite.query<unknown[]>(text, [...values], { rowMode: 'array' });
    return rows;
  };
  return {
    kind: 'pglite',
    db,
    runDedicated: run,
    openDedicated: () => ({ run, close: async () => {} }),
    async close() {
      // Kysely closes it too, but only if a query went through Kysely.
      await db.destroy();
      if (!pglite.closed) await pglite.close();
      await unlock();
    },
  };
}
