import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { createMemoryLedger } from '../src/memory.ts';
import { createSqliteLedger } from '../src/sqlite.ts';
import { battery, newShopper, paid, request } from './battery.ts';
import { createAt } from './place.ts';

describe('SQLite in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'genvoris-ledger-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const place = (prefix: string) => ({ kind: 'sqlite', file: join(folder, 'shop.sqlite'), prefix }) as const;
  battery({ create: () => createAt(place('wp_')), place, runs: 3 });

  it('waits for a process that is making the same file', async () => {
    const file = join(folder, 'new.sqlite');
    const other = new DatabaseSync(file);
    other.exec('begin exclusive');
    const ledger = await createAt({ kind: 'sqlite', file, prefix: '' });
    const opened = ledger.open();
    await new Promise((resolve) => setImmediate(resolve));
    other.exec('commit');
    await opened;
    expect(await ledger.allowance(newShopper(), { at: 0, freeSince: 0 })).toMatchObject({ credits: 0 });
    await ledger.close();
    other.close();
  });

  it('forgets at most a thousand events at once, the oldest first', async () => {
    const ledger = createMemoryLedger();
    await ledger.open();
    const at = request().at;
    const record = (id: number) => ledger.recordEvent({ sender: 'genvoris', id: String(id), at: id });
    for (let id = 0; id <= 1000; id += 1) await record(id);
    await ledger.sweep({ at });
    expect(await record(1000)).toBe(false);
    expect(await record(999)).toBe(true);
    await ledger.sweep({ at });
    expect(await record(1000)).toBe(true);
    await ledger.close();
  });

  it('forgets what others sent to an older version, and takes no number of days that is too small', async () => {
    const file = join(folder, 'older.sqlite');
    const open = async () => {
      const ledger = createSqliteLedger({ file, prefix: 'wp_', eventsKeptDays: 30 });
      await ledger.open();
      return ledger;
    };
    const [at, event] = [request().at, { sender: 'genvoris', id: 'event', at: 0 }];
    const order = paid(newShopper(), { at: 0 });
    const newer = await open();
    await newer.recordEvent(event);
    await newer.applyOrder(order);
    await newer.close();
    const database = new DatabaseSync(file);
    database.exec(`drop index wp_genvoris_events_prunable_at;
      alter table wp_genvoris_processed_events drop column prunable_at;
      delete from wp_genvoris_migrations where id = 3`);
    database.close();

    const ledger = await open();
    expect(await ledger.recordEvent(event)).toBe(false);
    await ledger.sweep({ at });
    expect(await ledger.recordEvent(event)).toBe(true);
    expect(await ledger.applyOrder(order)).toMatchObject({ duplicate: true });
    await ledger.close();
    for (const eventsKeptDays of [0, 29, 30.5, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => createSqliteLedger({ file, eventsKeptDays })).toThrow('eventsKeptDays must be a whole');
  });

  it('has no name of a shopper who was deleted in any of its tables', async () => {
    const file = join(folder, 'deleted.sqlite');
    const ledger = await createAt({ kind: 'sqlite', file, prefix: '' });
    await ledger.open();
    const shopper = 'wp_ada-of-malmesbury';
    const [at, claim] = [request().at, 'a'.repeat(64)];
    await ledger.applyOrder(paid(null, { holder: { claim } }));
    await ledger.claim({ eventId: `claim:${shopper}`, shopper, claim, at });
    await ledger.recordEvent({ sender: 'shop', id: `asked:${shopper}`, at });
    const tables = () => {
      const database = new DatabaseSync(file, { readOnly: true });
      const names = database.prepare("select name from sqlite_schema where type = 'table'").all();
      const rows = names.map(({ name }) => database.prepare(`select * from "${name}"`).all());
      database.close();
      return JSON.stringify(rows);
    };
    expect(tables()).toContain(shopper);
    await ledger.detach({ eventId: `deleted:${shopper}`, shopper, at });
    expect(tables()).not.toContain(shopper);
    await ledger.close();
  });
});
