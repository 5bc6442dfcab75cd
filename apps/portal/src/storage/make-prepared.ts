// Run by prepared-folder.ts in a process of its own: makes a cluster in the folder given, with the schema, as
// small as it can be. Every first start writes it, and there is nothing to gain from its empty halves.
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';

const pglite = await PGlite.create(process.argv[2], {
  // 16 MB otherwise, of which a new database has used next to nothing.
  initDbStartParams: ['--wal-segsize=1'],
  startParams: [...PGlite.defaultStartParams, '-c', 'min_wal_size=2MB'],
});
const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
await migrate(db);
// A copy of an empty database to make others from; nobody makes others here.
await pglite.exec("update pg_database set datistemplate = false where datname = 'template0'");
await pglite.exec('drop database template0');
await pglite.exec('checkpoint');
await db.destroy();
