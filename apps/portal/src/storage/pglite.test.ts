import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openPGlite } from './pglite.ts';

const folder = mkdtempSync(join(tmpdir(), 'portal-pglite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each<[string, (data: string) => void]>([
  [
    'a database of another version',
    (data) => {
      mkdirSync(join(data, 'pglite'));
      writeFileSync(join(data, 'pglite', 'PG_VERSION'), '9\n');
    },
  ],
  [
    "somebody's files where the database goes",
    (data) => {
      mkdirSync(join(data, 'pglite'));
      writeFileSync(join(data, 'pglite', 'PG_VERSION.txt'), 'mine');
    },
  ],
  ['a file where the database goes', (data) => writeFileSync(join(data, 'pglite'), 'mine')],
  ['a folder where the lock goes', (data) => mkdirSync(join(data, 'portal.pid'))],
])('a folder that has %s names GENVORIS_DATA, and is left as it was', async (what, put) => {
  const data = join(folder, what.replaceAll(' ', '-'));
  mkdirSync(data);
  put(data);
  await expect(openPGlite(data)).rejects.toThrow(/^GENVORIS_DATA cannot be [^\n]+$/);
  const foreign = join(data, what.startsWith('somebody') ? 'pglite/PG_VERSION.txt' : 'pglite');
  if (what.includes('file')) expect(readFileSync(foreign, 'utf8')).toBe('mine');
});
