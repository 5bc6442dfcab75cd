import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RepositoryCopy } from '../contract-change/repository-copy.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const NEEDED = ['.gitignore', 'biome.json', 'knip.json', 'pnpm-workspace.yaml', 'vitest.config.ts'];

let copy: RepositoryCopy;

beforeAll(async () => {
  copy = await RepositoryCopy.create();
  for (const name of NEEDED) cpSync(join(ROOT, name), join(copy.path, name));
}, 60_000);
afterAll(() => copy?.remove());

/** Adds a file to the copy for as long as a gate runs. */
async function gateOn(file: string, source: string, script: string, ...args: string[]): Promise<string> {
  const path = join(copy.path, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, source);
  const { code, output } = await copy.node(script, ...args);
  rmSync(path);
  expect(code).not.toBe(0);
  return output;
}

const lint = ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off'] as const;

/** What a gate is run again for; while none of it changes, turbo answers what it said the last time. */
describe('the cache of the gate', () => {
  it.each([
    [
      'breaking',
      ['.changeset/config.json', 'openapi/released/release.json', 'packages/spec-tools/src/breaking/main.ts'],
    ],
    [
      'generated',
      [
        'openapi/status.yaml',
        'packages/contract/src/gen/catalogue.ts',
        'packages/spec-tools/src/generate/main.ts',
      ],
    ],
    ['layers', ['.dependency-cruiser.mjs', 'packages/node/src/index.ts']],
    ['lint', ['biome.json', 'apps/docs/static/style.css', 'scripts/start.mjs']],
    ['specs', ['redocly.yaml', 'openapi/status.yaml', 'packages/spec-tools/src/lint/main.ts']],
    ['types', ['tsconfig.json', 'packages/widget/tsconfig.json', 'tests/gates/gates.test.ts']],
    ['unused', ['knip.json', 'apps/demo-store/static/shop.js', 'packages/node/src/index.ts']],
  ])('%s goes by %j', (gate, files) => {
    const turbo = join(ROOT, 'node_modules/.bin/turbo');
    const plan = execFileSync(turbo, ['run', gate, '--dry=json'], { cwd: ROOT, encoding: 'utf8' });
    const { tasks } = JSON.parse(plan) as { tasks: { task: string; inputs: Record<string, string> }[] };
    const inputs = Object.keys(tasks.find(({ task }) => task === gate)?.inputs ?? {});
    expect(inputs).toEqual(expect.arrayContaining(files));
  });
});

describe('the gate', { timeout: 120_000 }, () => {
  it('format and lint names a file that is not formatted', async () => {
    const file = 'packages/node/src/untidy.ts';
    expect(await gateOn(file, 'export const a  = "b"', ...lint, file)).toContain('untidy.ts format');
  });

  it('format and lint refuses what only Node has in the storefront core, and says where it belongs', async () => {
    const file = 'packages/storefront/src/guards/digest.ts';
    const said = await gateOn(file, 'export const digest = Buffer.from([]);\n', ...lint, file);
    expect(said).toContain('noRestrictedGlobals');
    expect(said).toMatch(/Node types stay in src\/hosts/);
  });

  it('unused names a file that nothing imports', async () => {
    const said = await gateOn(
      'packages/node/src/forgotten.ts',
      'export {};\n',
      'node_modules/knip/bin/knip.js',
    );
    expect(said).toContain('packages/node/src/forgotten.ts');
  });
});
