import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockSetup, type Report, runProvider } from '@genvoris/conformance';
import { createMock, type Mock } from '@genvoris/mock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { genvorisConformance } from '../conformance/cli.ts';
import { serveStates } from './state-server.ts';

const KEY = 'gvk_live_a_store_of_the_cli_test';
const folder = mkdtempSync(join(tmpdir(), 'genvoris-provider-'));
let mock: Mock;
let running: string;

beforeAll(async () => {
  mock = await createMock({ cors: false });
  running = `provider --target ${mock.url} --api-key ${KEY}`;
});

afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

function config(settings: unknown): string {
  const file = join(folder, `config-${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(settings));
  return `--config ${file}`;
}

const holding = (more: object = {}) => ({
  target: mock.url,
  apiKey: KEY,
  setup: mockSetup(mock.url),
  ...more,
});

test('exits 0 and writes its reports where the server conforms', async () => {
  const [json, junit] = [join(folder, 'report.json'), join(folder, 'report.xml')];
  const more = `--setup mock --only getStatus/answer/* --json ${json} --junit ${junit}`;
  const { code, stdout } = await genvorisConformance(`${running} ${more}`);
  expect(stdout).toContain('conforms (part of the matrix)');
  expect(code).toBe(0);
  const report = JSON.parse(readFileSync(json, 'utf8')) as Report;
  expect(report.cells).toHaveLength(13);
  expect(readFileSync(junit, 'utf8')).toContain('getStatus/answer/200/EXHAUSTED');
});

test('exits 1 and names the check, the rule and the cell where it does not', async () => {
  const more = '--setup mock --only getPlan/request/unknown-id.id.unknown';
  const { code, stdout } = await genvorisConformance(`${running} ${more}`);
  expect(code).toBe(1);
  expect(stdout).toContain('✗ getPlan.unknown-id');
  expect(stdout).toContain('An id that is unknown, malformed or hostile finds nothing.');
  expect(stdout).toContain('+ expected  404 not_found or path_not_allowed');
});

test('exits 1 where an answer was never seen, and says which state would help', async () => {
  const more = '--only getStatus/answer/*/LOCKED --only getStatus/answer/502/*';
  const { code, stdout } = await genvorisConformance(`${running} ${more}`);
  expect(code).toBe(1);
  expect(stdout).toContain('--setup must know upstream_unreachable');
});

test.each([
  ['without a target', `--api-key ${KEY}`, '--target: '],
  ['without a key', '--target http://127.0.0.1:1', '--api-key: '],
  ['for a target that does not answer', `--target http://127.0.0.1:1 --api-key ${KEY}`, 'does not answer'],
  ['for a spec there is not', '--specs storefront', 'there is no storefront'],
])('exits 2 %s', async (_why, args, says) => {
  const { code, stderr } = await genvorisConformance(`provider ${args}`);
  expect(stderr).toContain(says);
  expect(code).toBe(2);
});

test.each([
  ['an unknown option', { targets: '' }, 'has an option targets, which there is not'],
  [
    'an exception without a reason',
    { unreachable: { 'getStatus/answer/402/*': ' ' } },
    'to reasons, none empty',
  ],
])('exits 2 for %s in the configuration', async (_what, settings, says) => {
  const { code, stderr } = await genvorisConformance(`${running} ${config(settings)}`);
  expect(stderr).toContain(says);
  expect(code).toBe(2);
});

test('lists its cells and checks without a server', async () => {
  const { code, stdout } = await genvorisConformance('provider --list --specs status,tryon-track');
  expect(code).toBe(0);
  expect(stdout).toContain('trackTryon.debit (1)');
  expect(stdout).toContain('getStatus/answer/200/EXHAUSTED');
  expect(stdout).not.toContain('createPlan');
});

test('asks a setup hook behind a URL for states, and runs what it says', async () => {
  const asked: string[] = [];
  await using hook = await served((state) => {
    asked.push(`${state.operationId} ${state.state} ${state.apiKey === KEY}`);
    return mockSetup(mock.url)(state);
  });
  const more = `--setup ${hook.url} --only getStatus/answer/200/*`;
  const { code } = await genvorisConformance(`${running} ${more}`);
  expect(code).toBe(0);
  expect(asked).toContain('getStatus EXHAUSTED true');
});

test('asks a setup command for states, line by line', async () => {
  const script = join(folder, 'hook.mjs');
  const answer = "JSON.stringify(JSON.parse(line).state === 'LOCKED' ? { apiKey: 'gvk_test_LOCKED' } : null)";
  writeFileSync(
    script,
    `import { createInterface } from 'node:readline';\nfor await (const line of createInterface({ input: process.stdin })) console.log(${answer});\n`,
  );
  const command = `"${process.execPath}" "${script}"`;
  const only = '--only getStatus/answer/200/LOCKED --only getStatus/answer/200/ALLOWED';
  const args = `${running} ${only}`.split(' ');
  const { code, stdout } = await genvorisConformance([...args, '--setup', command]);
  expect(stdout).toContain('2 cells, 2 ran, 2 conform');
  expect(code).toBe(0);
});

test('an answer that is listed as unreachable and comes fails the run', async () => {
  const specs = ['status'] as const;
  const unreachable = { 'getStatus/answer/200/LOCKED': 'It is said to be never locked.' };
  const excused = { 'getStatus/request/*': 'Any key gets the default.', 'getStatus/state/*': 'No state.' };
  const report = await runProvider(holding({ specs, unreachable, excused }));
  expect(report.conforms).toBe(false);
  const failing = report.cells.filter(({ state }) => state === 'fails').map(({ id }) => id);
  expect(failing).toEqual(['configuration/unreachable/getStatus/answer/200/LOCKED']);
});

test('a check that is excused and holds fails the run', async () => {
  const specs = ['status'] as const;
  const excused = {
    'getStatus/request/*': 'Any key gets the default.',
    'getStatus/state/*': 'No state.',
    '*.spec': 'Its answers are said to be of another shape.',
  };
  const report = await runProvider(holding({ specs, excused }));
  expect(report.cells.filter(({ state }) => state === 'fails').map(({ id }) => id)).toEqual([
    'configuration/excused/*.spec',
  ]);
});

test('what is excused says why in the report', async () => {
  const only = ['getStatus/request/credentials.key.unknown'];
  const excused = { 'getStatus/request/credentials.*': 'Any key gets the default.' };
  const report = await runProvider(holding({ only, excused }));
  expect(report.conforms).toBe(true);
  expect(report.cells[0]?.reason).toBe('Any key gets the default.');
});

async function served(setup: Parameters<typeof serveStates>[0]) {
  const server = await serveStates(setup);
  return { url: server.url, [Symbol.asyncDispose]: () => server.close() };
}
