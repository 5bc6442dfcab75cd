import { listProviderCells, type ProviderOptions, runProvider } from '@genvoris/conformance';
import { openDatabase } from '@genvoris/portal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaints } from '../conformance/hold-adapter.ts';
import type { Defect } from './defects/defect.ts';
import { requestDefects } from './defects/requests.ts';
import { crossDebits, mixedStores, STATE_DEFECTS } from './defects/state.ts';
import { type HeldPortal, startHeldPortal } from './hold-portal.ts';
import { HONEST, type ManglingProxy, startManglingProxy } from './mangling-proxy.ts';

let database: Awaited<ReturnType<typeof openDatabase>>;
let held: HeldPortal;
let proxy: ManglingProxy;

beforeAll(async () => {
  database = await openDatabase({ kind: 'pglite', folder: 'memory://' });
  held = await startHeldPortal(database);
  proxy = await startManglingProxy();
});

afterAll(async () => {
  await proxy.close();
  await held.close();
  await database.close();
});

/** The run, with every address of the portal behind the proxy. */
function throughProxy(): ProviderOptions {
  const { target, setup, ...options } = held.options;
  return {
    ...options,
    target: proxy.front(String(target)),
    async setup(situation) {
      const given = await setup?.(situation);
      return given?.target === undefined ? given : { ...given, target: proxy.front(given.target) };
    },
  };
}

// Only their number and names are needed before the portal runs; the keys are put in by reference.
const keys = { first: '', second: '' };
const DEFECTS: readonly Defect[] = [
  ...requestDefects(keys),
  ...STATE_DEFECTS,
  mixedStores(keys),
  crossDebits(),
];

/** What a defect must break; `*.isolation` is every operation it can show at. */
async function mustBreak({ breaks }: Defect): Promise<string[]> {
  if (!breaks.includes('*.isolation')) return [...breaks];
  const checks = (await listProviderCells()).flatMap((cell) => cell.checks);
  // An analysis of another store leaves no trace to be seen; it has a defect of its own.
  return [...new Set(checks)].filter(
    (check) => check.endsWith('.isolation') && check !== 'analyzePhoto.isolation',
  );
}

test.each(DEFECTS)('a server that $says fails $breaks', { timeout: 120_000 }, async (defect) => {
  Object.assign(keys, { first: held.options.apiKey, second: held.options.secondApiKey });
  const breaks = await mustBreak(defect);
  const only = defect.only ?? breaks;
  proxy.mangle = defect.mangle();
  const report = await runProvider({ ...throughProxy(), only });
  proxy.mangle = HONEST;
  const broken = report.checks.filter(({ state }) => state === 'broken').map(({ id }) => id);
  expect(broken).toEqual(expect.arrayContaining(breaks));
});

test('an honest server in the same place fails nothing of these', { timeout: 240_000 }, async () => {
  const only = (
    await Promise.all(DEFECTS.map(async (defect) => defect.only ?? (await mustBreak(defect))))
  ).flat();
  const { unreachable: _none, ...options } = throughProxy();
  // The one answer among them that this portal never gives.
  const unreachable = { 'getJwks/answer/200/one_key': 'The next key is always published.' };
  expect(complaints(await runProvider({ ...options, unreachable, only }))).toEqual([]);
});

test('every rule has a server that breaks it, and every rule of state at every operation', async () => {
  const broken = new Set((await Promise.all(DEFECTS.map(mustBreak))).flat());
  const brokenRules = new Set([...broken].map((check) => check.split('.')[1]));
  const cells = await listProviderCells();
  const rules = new Set(cells.flatMap((cell) => cell.checks.map((check) => check.split('.')[1])));
  expect([...rules].filter((rule) => !brokenRules.has(rule))).toEqual([]);
  const state = cells.filter(({ dimension }) => dimension === 'state').map(({ checks: [own] }) => own ?? '');
  // One mistake with keys is one mistake at every operation.
  const each = [...new Set(state)].filter((check) => !check.includes('.idempotent-'));
  expect(each.filter((check) => !broken.has(check))).toEqual([]);
});
