import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sentence } from './sentence.ts';

const compiled = join(import.meta.dirname, 'gen/compiled');
const sources = readdirSync(compiled).map((name) => readFileSync(join(compiled, name), 'utf8'));
const keywords = new Set(
  sources.flatMap((source) => [...source.matchAll(/withError\(.*?, "(\w+)", \{/g)].map(([, word]) => word)),
);

it('knows what to say of every keyword of the specs', () => {
  expect(keywords).toContain('required');
  const unsaid = [...keywords].filter((keyword = '') =>
    sentence({ instancePath: '', keyword, params: { allowedValues: [] } }).startsWith('breaks'),
  );
  expect(unsaid).toEqual([]);
});
