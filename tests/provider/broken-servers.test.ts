import { listProviderCells, type ProviderOptions, runProvider } from '@genvoris/conformance';
import { openDatabase } from '@genvoris/portal';
import { type MutatingProxy, type Mutation, startMutatingProxy } from '@genvoris/testing/mutating-proxy';
import { passesWhole } from '@genvoris/testing/mutations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaints } from '../conformance/adapter-harness.ts';
import type { Mutant } from './mutants/mutant.ts';
import { requestMutants } from './mutants/requests.ts';
import { crossDebits, mixedStores, STATE_MUTANTS } from './mutants/state.ts';
import { type PortalHarness, startPortalHarness } from './portal-harness.ts';

let database: Awaited<ReturnType<typeof openDatabase>>;
let harness: PortalHarness;
let mutation: Mutation | undefined;
const proxies = new Map<string, MutatingProxy>();

beforeAll(async () => {
  database = await openDatabase({ kind: 'pglite', folder: 'memory://' });
  harness = await startPortalHarness(database);
});

afterAll(async () => {
  await Promise.all([...proxies.values()].map((proxy) => proxy.close()));
  await harness.close();
  await database.close();
});

/** The address of a portal behind a proxy of its own. */
async function behind(target: string): Promise<string> {
  const proxy = proxies.get(target) ?? (await startMutatingProxy(new URL(target), () => mutation));
  proxies.set(target, proxy);
  return proxy.url;
}

/** The run, with every address of the portal behind a proxy. */
async function throughProxy(): Promise<ProviderOptions> {
  const { target, setup, ...options } = harness.options;
  return {
    ...options,
    target: await behind(String(target)),
    async setup(state) {
      const given = await setup?.(state);
      return given?.target === undefined ? given : { ...given, target: await behind(given.target) };
    },
  };
}

// Only their number and names are needed before the portal runs; the keys are put in by reference.
const keys = { first: '', second: '' };
const MUTANTS: readonly Mutant[] = [
  ...requestMutants(keys),
  ...STATE_MUTANTS,
  mixedStores(keys),
  crossDebits(),
];

/** What a mutant must break; `*.isolation` is every operation it can show at. */
async function mustBreak({ breaks }: Mutant): Promise<string[]> {
  if (!breaks.includes('*.isolation')) return [...breaks];
  const checks = (await listProviderCells()).flatMap((cell) => cell.checks);
  // An analysis of another store leaves no trace to be seen; it has a mutant of its own.
  return [...new Set(checks)].filter(
    (check) => check.endsWith('.isolation') && check !== 'analyzePhoto.isolation',
  );
}

test.each(MUTANTS)('a server that $says fails $breaks', { timeout: 120_000 }, async (mutant) => {
  Object.assign(keys, { first: harness.options.apiKey, second: harness.options.secondApiKey });
  const breaks = await mustBreak(mutant);
  const only = mutant.only ?? breaks;
  mutation = mutant.mutation();
  const report = await runProvider({ ...(await throughProxy()), only });
  mutation = undefined;
  const broken = report.checks.filter(({ state }) => state === 'broken').map(({ id }) => id);
  expect(broken).toEqual(expect.arrayContaining(breaks));
});

test('an honest server in the same place fails nothing of these', { timeout: 240_000 }, async () => {
  const only = (
    await Promise.all(MUTANTS.map(async (mutant) => mutant.only ?? (await mustBreak(mutant))))
  ).flat();
  const { unreachable: _none, ...options } = await throughProxy();
  // The one answer among them that this portal never gives.
  const unreachable = { 'getJwks/answer/200/one_key': 'The next key is always published.' };
  mutation = passesWhole();
  expect(complaints(await runProvider({ ...options, unreachable, only }))).toEqual([]);
});

test('every rule has a server that breaks it, and every rule of state at every operation', async () => {
  const broken = new Set((await Promise.all(MUTANTS.map(mustBreak))).flat());
  const brokenRules = new Set([...broken].map((check) => check.split('.')[1]));
  const cells = await listProviderCells();
  const rules = new Set(cells.flatMap((cell) => cell.checks.map((check) => check.split('.')[1])));
  expect([...rules].filter((rule) => !brokenRules.has(rule))).toEqual([]);
  const state = cells.filter(({ dimension }) => dimension === 'state').map(({ checks: [own] }) => own ?? '');
  // One mistake with keys is one mistake at every operation.
  const each = [...new Set(state)].filter((check) => !check.includes('.idempotent-'));
  expect(each.filter((check) => !broken.has(check))).toEqual([]);
});
