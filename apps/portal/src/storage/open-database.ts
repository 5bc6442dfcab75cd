import type { Database, DatabaseLocation, OnQuery } from './database.ts';

/** Opens the database; nothing is migrated. Only the driver that is needed is loaded. */
export async function openDatabase(location: DatabaseLocation, onQuery?: OnQuery): Promise<Database> {
  if (location.kind === 'postgres') {
    const { openPostgres } = await import('./postgres.ts');
    return openPostgres(location, onQuery);
  }
  const { openPGlite } = await import('./pglite.ts');
  return openPGlite(location.folder, onQuery);
}
