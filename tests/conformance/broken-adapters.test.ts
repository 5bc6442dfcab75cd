import { listCells, type Report, runConformance } from '@genvoris/conformance';
import { describe, expect, it } from 'vitest';
import { EVERY_KIND } from './models.ts';
import { checksOf, MUTANTS } from './mutants/registry.ts';
import { startMutant } from './mutants/start-mutant.ts';
import { UNSUPPORTED } from './unsupported.ts';

/** Mistakes that have been made, the check that names each, and what it says. */
const NAMED: Readonly<Record<string, { check: string; says: RegExp; message: RegExp }>> = {
  'passes an unknown access through as ALLOWED': {
    check: 'getStorefrontStatus.access',
    says: /unknown, missing or mistyped one is answered as ERROR/,
    message: /access is another/,
  },
  'drops Retry-After': {
    check: 'getStorefrontStatus.retry-after',
    says: /always carries Retry-After/,
    message: /Retry-After is not the one to give/,
  },
  'answers 200 for an upstream error': {
    check: 'proxyTryon.translation',
    says: /becomes the storefront code of the translation table/,
    message: /the status is another/,
  },
  'copies an upstream error body': {
    check: 'proxyAnalyze.error-body',
    says: /Nothing of an upstream error body is copied/,
    message: /text of the upstream’s error body reached the browser/,
  },
  'forwards the client’s cookie': {
    check: 'proxyAnalyze.cookie',
    says: /No cookie of the browser goes upstream/,
    message: /a Cookie header went upstream/,
  },
  'leaks the key in a header': {
    check: 'getStorefrontStatus.no-secret',
    says: /The API key and the internal secret are in no byte/,
    message: /the API key reached the browser, in base64/,
  },
  'charges a try-on twice': {
    check: 'proxyTryon.allowance',
    says: /takes exactly one of what the shopper has/,
    message: /afterwards: remaining is another/,
  },
  'keeps what was held for a try-on that failed': {
    check: 'proxyTryon.release',
    says: /is the shopper’s again, whatever kept it from being made/,
    message: /afterwards: remaining is another/,
  },
  'grants an order twice': {
    check: 'receiveShopEvent.grant',
    says: /grants what the model says, once/,
    message: /afterwards: remaining is another/,
  },
  'leaves refunds alone': {
    check: 'receiveShopEvent.revoke',
    says: /takes back what is unspent/,
    message: /afterwards: canTryOn is another/,
  },
  'answers forged events as if they were taken': {
    check: 'receiveShopEvent.signature',
    says: /counts only if it is signed/,
    message: /the status is another/,
  },
  'believes whom the query names': {
    check: 'useCredits.identity',
    says: /never from the request/,
    message: /the other shopper: remaining is another/,
  },
};

const options = { unsupported: UNSUPPORTED, models: EVERY_KIND, patienceMs: 3000 };

describe('every check', () => {
  it('has an adapter that it must fail', async () => {
    const cells = await listCells({ unsupported: UNSUPPORTED, models: EVERY_KIND });
    const checks = new Set(cells.flatMap(({ checks: held }) => held));
    expect([...new Set(MUTANTS.flatMap(checksOf))].sort()).toEqual([...checks].sort());
    expect(MUTANTS.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(NAMED)));
  });

  it('holds for the adapter behind the proxies that make it broken', async () => {
    const only = [...new Set(MUTANTS.flatMap(({ cells }) => cells))];
    const report = await runConformance({
      ...options,
      only,
      start: (upstream) => startMutant({}, upstream),
    });
    expect(report.cells.filter(({ state }) => state !== 'conforms')).toEqual([]);
  }, 60_000);
});

describe('an adapter that', () => {
  it.each(MUTANTS.map((mutant) => [`${mutant.name} fails ${mutant.rule}`, mutant] as const))(
    '%s',
    async (_name, mutant) => {
      const { cells: only } = mutant;
      const report = await runConformance({
        ...options,
        only,
        start: (upstream) => startMutant(mutant, upstream),
      });
      const broken = report.checks.filter(({ state }) => state === 'broken').map(({ id }) => id);
      expect(broken).toEqual(expect.arrayContaining(checksOf(mutant)));
      expect(report.conforms).toBe(false);
      expectNamed(report, mutant.name);
    },
    30_000,
  );
});

function expectNamed({ checks, cells }: Report, name: string): void {
  const named = NAMED[name];
  if (!named) return;
  expect(checks.find(({ id }) => id === named.check)).toMatchObject({
    state: 'broken',
    says: expect.stringMatching(named.says),
  });
  const findings = cells.flatMap((cell) => cell.findings).filter(({ check }) => check === named.check);
  expect(findings.map(({ message }) => message)).toContainEqual(expect.stringMatching(named.message));
  if (name !== 'answers 200 for an upstream error') return;
  const very = cells.find(({ id }) => id === 'proxyTryon/generateTryon/error/credit_limit_reached');
  expect(very?.findings).toContainEqual(
    expect.objectContaining({
      check: 'proxyTryon.translation',
      expected: '402 quota_exhausted error=credit_limit_reached',
      actual: expect.stringMatching(/^200 /),
    }),
  );
}
