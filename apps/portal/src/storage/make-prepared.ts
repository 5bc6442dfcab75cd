// Run by prepared-folder.ts in a process of its own: makes a cluster in the folder given, with the schema.
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';

const pglite = await PGlite.create(process.argv[2]);
const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
await migrate(db);
await pglite.exec('checkpoint');
await db.destroy();
