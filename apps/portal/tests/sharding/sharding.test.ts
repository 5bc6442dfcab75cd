import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/storage/database.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { findFaults } from './find-faults.ts';
import { readSchema, type TableFacts } from './read-schema.ts';
import { readStatements } from './read-statements.ts';

const DOCS = readFileSync(new URL('../../docs/sharding.md', import.meta.url), 'utf8');

let database: Database;
let schema: readonly TableFacts[];

beforeAll(async () => {
  database = await openDatabase({ kind: 'pglite', folder: 'memory://' });
  await migrate(database.db);
  schema = await readSchema(database.db);
});
afterAll(() => database.close());

test('docs/sharding.md places every table of the schema once, and Citus takes each where it is placed', () => {
  expect(schema.length).toBeGreaterThan(20);
  expect(findFaults(schema, readStatements(DOCS))).toEqual([]);
});

test('every table that names a store is distributed by it, but the index of keys', () => {
  const distributed = readStatements(DOCS).filter(({ kind }) => kind === 'distributed');
  const naming = schema.filter(({ required }) => required.includes('store_id')).map(({ name }) => name);
  expect(naming.filter((name) => !distributed.some(({ table }) => table === name))).toEqual([
    'api_key_owners',
  ]);
});

const NEWS: readonly [change: string, statement: string, fault: string][] = [
  ['create table news (id text primary key)', '', 'news: in no statement'],
  [
    'create table news (id text primary key)',
    "select create_distributed_table('news', 'id', colocate_with => 'stores');",
    'news: distributed by id, not by store_id',
  ],
  [
    'create table news (id text, store_id text, primary key (id, store_id))',
    "select create_distributed_table('news', 'store_id', colocate_with => 'stores');",
    'news: the primary key does not begin with store_id',
  ],
  [
    'create table news (store_id text primary key)',
    "select create_distributed_table('news', 'store_id');",
    'news: not colocated with stores',
  ],
  [
    'create table news (store_id text, id text unique, primary key (store_id, id))',
    "select create_distributed_table('news', 'store_id', colocate_with => 'stores');",
    'news: the unique key news_id_key is without store_id',
  ],
  [
    `create table news (store_id text, id text, primary key (store_id, id));
     create unique index by_lower_case on news (lower(store_id))`,
    "select create_distributed_table('news', 'store_id', colocate_with => 'stores');",
    'news: the unique key by_lower_case is without store_id',
  ],
  [
    'create table news (store_id text, id text, primary key (store_id, id), foreign key (id, store_id) references plans (store_id, id))',
    "select create_distributed_table('news', 'store_id', colocate_with => 'stores');",
    'news: foreign key news_id_store_id_fkey does not join store_id with store_id',
  ],
  [
    'create table news (store_id text, id text, primary key (store_id, id), foreign key (store_id, id) references plans on delete set null)',
    "select create_distributed_table('news', 'store_id', colocate_with => 'stores');",
    'news: foreign key news_store_id_id_fkey sets columns, store_id perhaps among them',
  ],
  [
    'create table news (id text primary key references stores (store_id))',
    "select create_reference_table('news');",
    'news: foreign key news_id_fkey leads from a reference table to a distributed one',
  ],
  [
    'create table news (store_id text primary key references portal_migrations (name))',
    "select create_distributed_table('news', 'store_id', colocate_with => 'stores');",
    'news: foreign key news_store_id_fkey joins a distributed table with a local one',
  ],
  ['', "select create_reference_table('plans');", 'plans: in 2 statements'],
  ['', "select create_reference_table('news');", 'news: in a statement, not in the schema'],
];

test.each(NEWS.map(([change, statement, fault]) => ({ change, statement, fault })))(
  'finds out: $fault',
  async ({ change, statement, fault }) => {
    const changed = await withSchema(change);
    expect(findFaults(changed, readStatements(`${DOCS}\n\`\`\`sql\n${statement}\n\`\`\`\n`))).toContain(
      fault,
    );
  },
);

test('finds out statements in the wrong order', () => {
  const statements = readStatements(DOCS);
  const backwards = findFaults(schema, [...statements].reverse());
  expect(backwards).toContain(
    'customers: foreign key customers_store_id_fkey refers to stores, which is placed later',
  );
  const unvouched = statements.map((each) => ({ ...each, triggersAllowed: false }));
  expect(findFaults(schema, unvouched)).toEqual([
    'ledger_entries: placed before the triggers ledger_is_append_only are vouched for',
  ]);
});

test('a statement that is not understood is not passed over', () => {
  expect(() => readStatements('```sql\nselect create_distributed_tables();\n```\n')).toThrow(
    'not understood',
  );
});

/** The schema with a change that is taken back. */
async function withSchema(change: string): Promise<readonly TableFacts[]> {
  const undo = new Error('undo');
  let changed: readonly TableFacts[] = [];
  await database.db
    .transaction()
    .execute(async (trx) => {
      for (const statement of change.split(';')) if (statement) await sql.raw(statement).execute(trx);
      changed = await readSchema(trx);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return changed;
}
