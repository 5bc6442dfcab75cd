import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
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
