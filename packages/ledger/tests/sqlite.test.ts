import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { battery } from './battery.ts';
import { createAt } from './place.ts';

describe('SQLite in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'genvoris-ledger-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const place = (prefix: string) => ({ kind: 'sqlite', file: join(folder, 'shop.sqlite'), prefix }) as const;
  battery({ create: () => createAt(place('wp_')), place, runs: 3 });
});
