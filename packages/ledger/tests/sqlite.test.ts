import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { createAt } from './another-process.ts';
import { battery } from './battery.ts';

describe('SQLite in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'genvoris-ledger-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const place = (prefix: string) => ({ kind: 'sqlite', file: join(folder, 'shop.sqlite'), prefix }) as const;
  battery({ create: () => createAt(place('wp_')), place, runs: 3 });
});
