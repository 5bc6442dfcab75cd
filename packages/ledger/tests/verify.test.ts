import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, it } from 'vitest';
import { createSqliteLedger } from '../src/sqlite.ts';
import { newShopper, paid, request } from './battery.ts';

const folder = mkdtempSync(join(tmpdir(), 'genvoris-ledger-'));
const file = join(folder, 'shop.sqlite');
const ledger = createSqliteLedger({ file });
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  [
    'a balance',
    `update genvoris_customers set account = replace(account, '"granted":5', '"granted":9')`,
    'balance',
  ],
  ['who is subscribed', 'update genvoris_customers set is_subscribed = 1', 'is_subscribed is 1'],
  ['what is due', 'update genvoris_customers set next_due = null', 'next_due is null'],
  ['an entry that is gone', "delete from genvoris_credits where kind = 'hold'", 'charged and never held'],
  [
    'a second charge',
    `insert into genvoris_credits (customer_id, kind, at, amount, source, ref, hold_id)
     select customer_id, kind, at, amount, source, ref, hold_id from genvoris_credits where kind = 'capture'`,
    'charged twice',
  ],
  [
    'more used than granted',
    `insert into genvoris_credits (customer_id, kind, at, amount, source, ref)
     select customer_id, 'revoke', at, 9, source, ref from genvoris_credits where kind = 'grant'`,
    'has -5 left',
  ],
  ['an account that is gone', 'delete from genvoris_customers', 'which is not there'],
  [
    'a second grant of an order',
    `insert into genvoris_credits (customer_id, kind, at, amount, source, ref, once)
     select customer_id, kind, at, amount, source, ref, 'other' from genvoris_credits where kind = 'grant'`,
    'granted more than once',
  ],
])('names %s', async (_, tamper, said) => {
  await ledger.uninstall();
  await ledger.open();
  const shopper = newShopper();
  await ledger.applyOrder(paid(shopper));
  const { at } = request();
  const held = await ledger.reserve(shopper, request());
  if (held.kind === 'held') await ledger.settle(held.id, { at, requestId: 'a' });
  expect((await ledger.verify({ at })).problems).toEqual([]);
  const database = new DatabaseSync(file);
  database.exec(tamper);
  database.close();
  expect((await ledger.verify({ at })).problems.join('\n')).toContain(said);
});

it('refuses a prefix that no table’s name begins with, and tables of a later version', async () => {
  expect(() => createSqliteLedger({ file, prefix: 'wp-' })).toThrow('prefix "wp-" cannot begin');
  const database = new DatabaseSync(file);
  database.exec('insert into genvoris_migrations (id, at) values (99, 0)');
  database.close();
  await expect(createSqliteLedger({ file }).open()).rejects.toThrow('of a later version: migration 99');
});
