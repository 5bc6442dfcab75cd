import { readConfig } from '../../runtime/config.ts';
import { migrate } from '../../storage/migrate.ts';
import { openDatabase } from '../../storage/open-database.ts';
import { say } from './with-portal.ts';

export async function runMigrations(): Promise<void> {
  const database = await openDatabase(readConfig(process.env).database);
  try {
    const done = await migrate(database.db);
    say(done.length > 0 ? `Migrated: ${done.join(', ')}` : 'The database is up to date.');
  } finally {
    await database.close();
  }
}
