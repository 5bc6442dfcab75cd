import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { REPOSITORY } from '../contract/repository.ts';
import { SpecError } from '../contract/spec-error.ts';
import { generate } from './generate.ts';

const tools = 'packages/spec-tools';
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'generate-'));
  symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'));
  cpSync(join(REPOSITORY, 'tsconfig.base.json'), join(root, 'tsconfig.base.json'));
  cpSync(join(REPOSITORY, tools, 'src'), join(root, tools, 'src'), { recursive: true });
  symlinkSync(join(REPOSITORY, tools, 'node_modules'), join(root, tools, 'node_modules'));
});

beforeEach(() => {
  for (const name of ['openapi', 'packages/contract', '.genvoris'])
    rmSync(join(root, name), { recursive: true, force: true });
  cpSync(join(REPOSITORY, 'openapi'), join(root, 'openapi'), { recursive: true });
  const withoutModules = (path: string) => !path.includes('node_modules') && !path.includes('/dist');
  cpSync(join(REPOSITORY, 'packages/contract'), join(root, 'packages/contract'), {
    recursive: true,
    filter: withoutModules,
  });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function run(...flags: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(tools, 'src/generate/main.ts'), ...flags],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

function change(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(join(root, file), 'utf8');
  const after = before.replace(from, to);
  expect(after, `${file} has no ${from}`).not.toBe(before);
  writeFileSync(join(root, file), after);
}

const gen = 'packages/contract/src/gen';

/** What is said where the specs cannot be read, naming file and pointer, and the change that brings it about. */
const REFUSED: Record<string, [file: string, from: string | RegExp, to: string]> = {
  'openapi/shared/access.yaml#/Access/x-values/ERROR: is missing': [
    'shared/access.yaml',
    /^ {4}ERROR:/m,
    '    OTHER:',
  ],
  'openapi/shared/translation.yaml#/Translation/codes/photo_rejected: is missing': [
    'shared/translation.yaml',
    / {4}photo_rejected: .*\n/,
    '',
  ],
  'openapi/shared/translation.yaml#/Faults/refused/storefront: "nothing" is not an ErrorCode': [
    'shared/translation.yaml',
    'refused: { storefront: upstream_unreachable',
    'refused: { storefront: nothing',
  ],
  'openapi/shared/code-errors.yaml#/ErrorCode/x-values/internal_error/message: is missing': [
    'shared/code-errors.yaml',
    / {6}message: Something went wrong on our side.\n/,
    '',
  ],
  'openapi/storefront.yaml#/paths/~1status/get/operationId: getStatus is taken by openapi/status.yaml#/paths/~1status/get':
    ['storefront.yaml', 'operationId: getStorefrontStatus', 'operationId: getStatus'],
  'openapi/status.yaml#/paths/~1status/get/operationId: is missing': [
    'status.yaml',
    / *operationId: .*\n/,
    '',
  ],
  'openapi/status.yaml#/paths/~1status/get/responses/5XX: is not a response': [
    'status.yaml',
    "'500':",
    "'5XX':",
  ],
  'openapi/status.yaml#/paths/~1status/get/responses/402': [
    'status.yaml',
    'responses/CodeQuotaExhausted',
    'responses/CodeNothing',
  ],
  'openapi/shared/events.yaml#/EventType/x-values/order.shipped: has no webhook': [
    'shared/events.yaml',
    /webhook\.test\]([\s\S]*? webhook\.test: .*\n)/,
    'webhook.test, order.shipped]$1    order.shipped: { description: New. }\n',
  ],
  'openapi/status.yaml#/components/schemas/Quota': [
    'shared/status.yaml',
    'used: { type: integer, minimum: 0',
    'used: { type: integer, minimum: zero',
  ],
  'unknown format "moment"': [
    'shared/status.yaml',
    'format: date-time, description: When the period ends',
    'format: moment, description: When the period ends',
  ],
  'openapi/status.yaml': ['status.yaml', 'paths:', 'paths: ]'],
};

describe('generate', { timeout: 60_000 }, () => {
  it('finds what is committed in sync, and a second run has nothing to do', () => {
    expect(run('--check')).toMatchObject({ status: 0, stderr: '' });
    expect(run('--check').stdout).toMatch(/nothing changed/);
    expect(run().stdout).toMatch(/nothing changed/);
  });

  it('names every file that is not what the specs say, and writes none', () => {
    appendFileSync(join(root, gen, 'catalogue.ts'), '// by hand\n');
    rmSync(join(root, gen, 'events.ts'));
    writeFileSync(join(root, gen, 'stray.ts'), '');
    const { status, stderr } = run('--check');
    expect(status).toBe(1);
    expect(stderr).toContain('run `pnpm generate`');
    expect(stderr).toContain(`${gen}/catalogue.ts: differs`);
    expect(stderr).toContain(`${gen}/events.ts: missing`);
    expect(stderr).toContain(`${gen}/stray.ts: not generated`);
    expect(existsSync(join(root, gen, 'stray.ts'))).toBe(true);
  });

  it('mends a file that was edited, though no spec changed, and removes a stray one', () => {
    expect(run().status).toBe(0);
    appendFileSync(join(root, gen, 'catalogue.ts'), '// by hand\n');
    writeFileSync(join(root, gen, 'stray.ts'), '');
    expect(run().stdout).toMatch(/2 changed/);
    expect(existsSync(join(root, gen, 'stray.ts'))).toBe(false);
    expect(run('--check').status).toBe(0);
  });

  it('writes the same bytes again', () => {
    expect(run('--force').stdout).toMatch(/all as they were/);
  });

  it('begins every file by saying where it comes from', () => {
    expect(readFileSync(join(root, gen, 'types/status.ts'), 'utf8')).toMatch(
      /^\/\/ Generated from openapi\/status\.yaml .* Do not edit\.\n/,
    );
    const bundle = JSON.parse(readFileSync(join(root, 'packages/contract/specs/status.json'), 'utf8'));
    expect(bundle['x-generated']).toBe('Generated from openapi/status.yaml by pnpm generate. Do not edit.');
  });

  it('follows a change of a spec', () => {
    change('openapi/shared/code-errors.yaml', 'Sign in to try this on.', 'Please sign in.');
    expect(run('--check').stderr).toContain(`${gen}/messages.ts: differs`);
    expect(run().status).toBe(0);
    expect(readFileSync(join(root, gen, 'messages.ts'), 'utf8')).toContain(
      "sign_in_required: 'Please sign in.'",
    );
  });

  it.each(Object.entries(REFUSED))('refuses with %s', async (expected, [file, from, to]) => {
    change(join('openapi', file), from, to);
    const refused = await generate(root, () => {}).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(SpecError);
    expect((refused as SpecError).message).toMatch(/^openapi\//);
    expect((refused as SpecError).message).toContain(expected);
  });

  it('says what it refuses in one line, and ends with 1', () => {
    change('openapi/status.yaml', / *operationId: .*\n/, '');
    const { status, stderr } = run();
    expect(stderr).toMatch(
      /^generate: openapi\/status\.yaml#\/paths\/~1status\/get\/operationId: is missing.*\n$/,
    );
    expect(status).toBe(1);
  });

  it('explains itself', () => {
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--check') });
    expect(run('--nonsense')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--nonsense'),
    });
  });
});
