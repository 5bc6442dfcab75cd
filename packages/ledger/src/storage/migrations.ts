import { type ColumnDataType, type Kysely, sql } from 'kysely';
import { type Schema, TABLES } from './schema.ts';
import type { Flavour, Store } from './store.ts';
import { retrying } from './transaction.ts';

type Migration = (db: Kysely<Schema>, types: Types, prefix: string) => Promise<void>;

/** Every migration, in order. One that has run somewhere is never changed; a later one corrects it. */
const MIGRATIONS: readonly Migration[] = [
  async (db, { key, text, moment, serial, end }, prefix) => {
    await db.schema
      .createTable('genvoris_customers')
      .ifNotExists()
      .addColumn('id', key, (column) => column.primaryKey())
      .addColumn('holder', key, (column) => column.unique())
      .addColumn('external_id', text)
      .addColumn('owner_id', key)
      .addColumn('is_subscribed', 'integer', (column) => column.notNull())
      .addColumn('account', text, (column) => column.notNull())
      .addColumn('next_due', moment)
      .addColumn('created_at', moment, (column) => column.notNull())
      .modifyEnd(end)
      .execute();
    await db.schema
      .createTable('genvoris_credits')
      .ifNotExists()
      .addColumn('id', serial.type, (column) => serial.of(column).primaryKey())
      .addColumn('customer_id', key)
      .addColumn('kind', key, (column) => column.notNull())
      .addColumn('at', moment, (column) => column.notNull())
      .addColumn('amount', 'integer', (column) => column.notNull())
      .addColumn('source', key)
      .addColumn('ref', key)
      .addColumn('order_id', text)
      .addColumn('hold_id', key)
      .addColumn('until', moment)
      .addColumn('request_id', text)
      .addColumn('once', key, (column) => column.unique())
      .addColumn('detail', text)
      .modifyEnd(end)
      .execute();
    await db.schema
      .createTable('genvoris_processed_events')
      .ifNotExists()
      .addColumn('id', key, (column) => column.primaryKey())
      .addColumn('sender', text, (column) => column.notNull())
      .addColumn('event_id', text, (column) => column.notNull())
      .addColumn('at', moment, (column) => column.notNull())
      .addColumn('result', text)
      .modifyEnd(end)
      .execute();
    const indexes = [
      ['genvoris_customers', ['next_due']],
      ['genvoris_customers', ['owner_id']],
      ['genvoris_credits', ['customer_id', 'at']],
      ['genvoris_credits', ['ref']],
      ['genvoris_credits', ['hold_id']],
    ] as const;
    for (const [table, columns] of indexes)
      await db.schema
        .createIndex(`${prefix}${table}_${columns.join('_')}`)
        .on(table)
        .columns([...columns])
        .execute()
        .catch(unlessDone);
  },
  // An event's id may name its shopper, who may want to be forgotten.
  async (db) => {
    await db.schema
      .alterTable('genvoris_processed_events')
      .dropColumn('event_id')
      .execute()
      .catch(unlessDone);
  },
  // What others sent is dropped one day, and found without reading what the shop's own orders came to.
  async (db, { moment }, prefix) => {
    const events = db.schema.alterTable('genvoris_processed_events');
    await events.addColumn('prunable_at', moment).execute().catch(unlessDone);
    await db
      .updateTable('genvoris_processed_events')
      .set((row) => ({ prunable_at: row.ref('at') }))
      .where('sender', '<>', 'shop')
      .execute();
    await db.schema
      .createIndex(`${prefix}genvoris_events_prunable_at`)
      .on('genvoris_processed_events')
      .column('prunable_at')
      .execute()
      .catch(unlessDone);
  },
];

/** Makes the tables, or brings those of an older version up to date; one process at a time, the others wait. */
export function migrate(store: Store): Promise<void> {
  const { db, flavour, prefix } = store;
  const types = TYPES[flavour.name];
  return retrying(store, () =>
    flavour.alone(db, `${prefix}genvoris_migrations`, async (alone) => {
      await alone.schema
        .createTable('genvoris_migrations')
        .ifNotExists()
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('at', types.moment, (column) => column.notNull())
        .modifyEnd(types.end)
        .execute();
      const done = await alone.selectFrom('genvoris_migrations').select('id').execute();
      const last = Math.max(0, ...done.map(({ id }) => Number(id)));
      if (last > MIGRATIONS.length)
        throw new Error(
          `The ledger's tables (prefix "${prefix}") are of a later version: migration ${last}, and this one knows ${MIGRATIONS.length}. Update @genvoris/ledger.`,
        );
      for (const [index, run] of MIGRATIONS.entries()) {
        const id = index + 1;
        if (id <= last) continue;
        await run(alone, types, prefix);
        await alone.insertInto('genvoris_migrations').values({ id, at: Date.now() }).execute();
      }
    }),
  );
}

/** Drops the tables; what is not there is dropped already. */
export function dropTables(store: Store): Promise<void> {
  const { db, flavour, prefix } = store;
  return retrying(store, () =>
    flavour.alone(db, `${prefix}genvoris_migrations`, async (alone) => {
      for (const table of TABLES) await alone.schema.dropTable(table).ifExists().execute();
    }),
  );
}

/**
 * What MySQL defines stays if the process is killed halfway; its ER_DUP_FIELDNAME, ER_DUP_KEYNAME and
 * ER_CANT_DROP_FIELD_OR_KEY say that this was done before.
 */
function unlessDone(error: unknown): void {
  if (![1060, 1061, 1091].includes((error as { errno?: number }).errno ?? 0)) throw error;
}

interface Types {
  /** A text of ours of at most 64 ASCII characters, compared byte by byte. */
  readonly key: ColumnDataType | ReturnType<typeof sql>;
  readonly text: ColumnDataType | ReturnType<typeof sql>;
  readonly moment: ColumnDataType;
  readonly serial: {
    type: ColumnDataType;
    of<Column extends { autoIncrement(): Column; generatedAlwaysAsIdentity(): Column }>(
      column: Column,
    ): Column;
  };
  readonly end: ReturnType<typeof sql>;
}

const TYPES: Record<Flavour['name'], Types> = {
  sqlite: {
    key: 'text',
    text: 'text',
    moment: 'integer',
    serial: { type: 'integer', of: (column) => column.autoIncrement() },
    end: sql`strict`,
  },
  postgres: {
    key: sql`varchar(64) collate "C"`,
    text: 'text',
    moment: 'bigint',
    serial: { type: 'bigint', of: (column) => column.generatedAlwaysAsIdentity() },
    end: sql``,
  },
  mysql: {
    key: sql`varchar(64) character set ascii collate ascii_bin`,
    text: sql`longtext character set utf8mb4 collate utf8mb4_bin`,
    moment: 'bigint',
    serial: { type: 'bigint', of: (column) => column.autoIncrement() },
    end: sql`engine = InnoDB`,
  },
};
