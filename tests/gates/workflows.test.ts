import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '..', '..');
const files = globSync('.github/**/*.{yml,yaml}', { cwd: ROOT });

/** What a workflow, or an action of ours, runs of somebody else's, as far down as it says so. */
function usesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'uses' ? [String(inner)] : usesOf(inner)));
}

// A tag is moved at the will of whoever owns the action, or has taken it over; a commit is not.
it.each(files)('%s runs actions by commit, and says of which version', (file) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const uses = usesOf(parse(text));
  expect(uses.length).toBeGreaterThan(0);
  expect(uses.filter((each) => !each.startsWith('./') && !/@[0-9a-f]{40}$/.test(each))).toEqual([]);
  expect(text.match(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/gm)).toHaveLength(uses.length);
});
