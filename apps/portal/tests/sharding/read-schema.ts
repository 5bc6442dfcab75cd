import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../src/storage/schema.ts';

/** What sharding depends on, as the database itself says. Columns are in the order of their key. */
export interface TableFacts {
  readonly name: string;
  /** Columns that cannot be null. */
  readonly required: readonly string[];
  readonly primaryKey: readonly string[] | null;
  /** Unique indexes, the primary key and exclusion constraints; an expression is `null`. */
  readonly unique: readonly { readonly name: string; readonly columns: readonly (string | null)[] }[];
  readonly foreign: readonly ForeignKey[];
  readonly triggers: readonly string[];
}

export interface ForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  readonly to: string;
  readonly toColumns: readonly string[];
  /** Whether it sets columns when what it refers to is deleted or changed. */
  readonly sets: boolean;
}

/** Every table of the schema that a connection uses by default. */
export async function readSchema(db: Kysely<Schema>): Promise<readonly TableFacts[]> {
  const named = (table: string, numbers: string) => sql`
    (select coalesce(json_agg(a.attname order by k.n), '[]')
     from unnest(${sql.raw(numbers)}) with ordinality k(num, n)
     left join pg_attribute a on a.attrelid = ${sql.raw(table)} and a.attnum = k.num and k.num > 0)`;
  const { rows } = await sql<TableFacts>`
    select t.relname as name,
      (select coalesce(json_agg(a.attname), '[]') from pg_attribute a
       where a.attrelid = t.oid and a.attnum > 0 and a.attnotnull) as required,
      (select ${named('t.oid', 'c.conkey')} from pg_constraint c
       where c.conrelid = t.oid and c.contype = 'p') as "primaryKey",
      (select coalesce(json_agg(json_build_object('name', i.indexrelid::regclass::text,
         'columns', ${named('t.oid', '(i.indkey::int2[])[0:i.indnkeyatts - 1]')})), '[]')
       from pg_index i where i.indrelid = t.oid and (i.indisunique or i.indisexclusion)) as "unique",
      (select coalesce(json_agg(json_build_object('name', c.conname, 'to', c.confrelid::regclass::text,
         'columns', ${named('t.oid', 'c.conkey')}, 'toColumns', ${named('c.confrelid', 'c.confkey')},
         'sets', c.confdeltype in ('n', 'd') or c.confupdtype in ('n', 'd'))), '[]')
       from pg_constraint c where c.conrelid = t.oid and c.contype = 'f') as "foreign",
      (select coalesce(json_agg(g.tgname), '[]') from pg_trigger g
       where g.tgrelid = t.oid and not g.tgisinternal) as triggers
    from pg_class t
    where t.relnamespace = current_schema()::regnamespace and t.relkind in ('r', 'p')
    order by t.relname`.execute(db);
  return rows;
}
