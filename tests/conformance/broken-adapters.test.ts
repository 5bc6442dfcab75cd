import { listCells, runConformance } from '@genvoris/conformance';
import { describe, expect, it } from 'vitest';
import { checksOf, DEFECTS } from './defects/registry.ts';
import { startDefective } from './defects/start-defective.ts';
import { UNSUPPORTED } from './unsupported.ts';

const options = { unsupported: UNSUPPORTED, patienceMs: 3000 };

describe('every check', () => {
  it('has an adapter that it must fail', async () => {
    const cells = await listCells({ unsupported: UNSUPPORTED });
    const checks = new Set(cells.flatMap(({ checks: held }) => held));
    expect([...new Set(DEFECTS.flatMap(checksOf))].sort()).toEqual([...checks].sort());
  });

  it('holds for the adapter behind the proxies that make it broken', async () => {
    const only = [...new Set(DEFECTS.flatMap(({ cells }) => cells))];
    const report = await runConformance({
      ...options,
      only,
      start: (upstream) => startDefective({}, upstream),
    });
    expect(report.cells.filter(({ state }) => state !== 'conforms')).toEqual([]);
  }, 60_000);
});

describe('an adapter that', () => {
  it.each(DEFECTS.map((defect) => [`${defect.name} fails ${defect.rule}`, defect] as const))(
    '%s',
    async (_name, defect) => {
      const { cells: only } = defect;
      const report = await runConformance({
        ...options,
        only,
        start: (upstream) => startDefective(defect, upstream),
      });
      const broken = report.checks.filter(({ state }) => state === 'broken').map(({ id }) => id);
      expect(broken).toEqual(expect.arrayContaining(checksOf(defect)));
      expect(report.conforms).toBe(false);
    },
    30_000,
  );
});
