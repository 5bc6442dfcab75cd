import { join } from 'node:path';
import { createMysqlLedger } from '@genvoris/ledger/mysql';
import { createPgliteLedger } from '@genvoris/ledger/pglite';
import { createPostgresLedger } from '@genvoris/ledger/postgres';
import { createSqliteLedger } from '@genvoris/ledger/sqlite';
import { expect, test } from 'vitest';

const url = 'postgres://shop:canary@127.0.0.1/shop';

test.each<[string, () => unknown]>([
  ['file', () => createSqliteLedger({ file: '' })],
  ['folder', () => createPgliteLedger({ folder: ' ' })],
  ['url', () => createPostgresLedger({ url: '' })],
  ['url', () => createPostgresLedger({ url: 'mysql://shop:canary@127.0.0.1/shop' })],
  ['url', () => createMysqlLedger({ url })],
  ['url', () => createMysqlLedger({ url: undefined as unknown as string })],
  ['connections', () => createPostgresLedger({ url, connections: 0 })],
])('a wrong %s is named at once, and not quoted', (name, create) => {
  expect(create).toThrow(`@genvoris/ledger: options.${name} must`);
  expect(create).not.toThrow(/canary/);
});

test('a file that cannot be opened is named, with what to see to', () => {
  const file = join(import.meta.dirname, 'no-such-folder', 'ledger.sqlite');
  expect(() => createSqliteLedger({ file })).toThrow(`${file} cannot be opened; its folder has to be there`);
});
