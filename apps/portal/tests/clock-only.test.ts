import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));
const CLOCK = 'foundation/clock.ts';
/** Rate limits protect the machine: a window goes by the database's clock, and a test clock's move shortens it. */
const LIMITS: readonly (readonly [string, RegExp])[] = [
  ['domain/limits/statement.ts', /seconds|expires_at/],
  ['runtime/housekeeping.ts', /'rate_limits'/],
];
/** JavaScript's and SQL's ways to ask the machine for the time; `performance.now()`, for how long, is another thing. */
const ASKS = [
  /\bDate\.now\b/,
  /\bnew Date\(\)/,
  /(?<![.\w])now\(\)(?!:)/i,
  /\b(?:current_(?:timestamp|time|date)|localtime(?:stamp)?|(?:clock|statement|transaction)_timestamp|timeofday)\b/i,
  /'(?:now|today|tomorrow|yesterday)'::/i,
];

function asksIn(text: string): string[] {
  return text.split('\n').filter((line) => ASKS.some((ask) => ask.test(line)));
}

test('nothing but the clock asks the machine for the time, neither in code nor in SQL', () => {
  const files = globSync('**/*.ts', { cwd: SRC }).filter((file) => !file.endsWith('.test.ts'));
  expect(files.length).toBeGreaterThan(100);
  const found = files
    .filter((file) => file !== CLOCK)
    .flatMap((file) =>
      asksIn(readFileSync(SRC + file, 'utf8'))
        .filter((line) => !LIMITS.some(([where, what]) => where === file && what.test(line)))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});

test('it would be noticed', () => {
  for (const line of [
    'at > now()',
    'Date.now() + 5',
    'x = new Date()',
    'default current_timestamp',
    "'now'::timestamptz",
  ]) {
    expect(asksIn(line)).toEqual([line]);
  }
  expect(asksIn('portal.clock.now(), performance.now(), new Date(at)')).toEqual([]);
});
