import { runConformance } from '@genvoris/conformance';
import { describe, expect, it } from 'vitest';
import { DEFECTS } from './defects/registry.ts';
import { startDefective } from './defects/start-defective.ts';
import { UNSUPPORTED } from './unsupported.ts';

/** Mistakes that have been made, the check that names each, and what it says. */
const MISTAKES = {
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
};

describe('an adapter that', () => {
  it.each(Object.entries(MISTAKES))('%s is refused by name', async (name, { check, says, message }) => {
    const defect = DEFECTS.find((one) => one.name === name);
    if (!defect) throw new Error(`There is no defect named ${name}.`);
    const { cells: only } = defect;
    const report = await runConformance({
      unsupported: UNSUPPORTED,
      only,
      start: (upstream) => startDefective(defect, upstream),
    });
    expect(report.conforms).toBe(false);
    const broken = report.checks.find(({ id }) => id === check);
    expect(broken).toMatchObject({ state: 'broken', says: expect.stringMatching(says) });
    const findings = report.cells
      .flatMap((cell) => cell.findings)
      .filter((finding) => finding.check === check);
    expect(findings.map((finding) => finding.message)).toContainEqual(expect.stringMatching(message));
  });

  it('answers 200 for 402 is refused in the very cell', async () => {
    const defect = DEFECTS.find((one) => one.name === 'answers 200 for an upstream error');
    const only = ['proxyTryon/generateTryon/error/credit_limit_reached'];
    const report = await runConformance({
      only,
      start: (upstream) => startDefective(defect ?? {}, upstream),
    });
    expect(report.cells[0]?.findings).toContainEqual(
      expect.objectContaining({
        check: 'proxyTryon.translation',
        expected: '402 quota_exhausted error=credit_limit_reached',
        actual: expect.stringMatching(/^200 /),
      }),
    );
  });
});
