import { describe, expect, it } from 'vitest';
import type { Cell } from '../cells/cell.ts';
import { buildReport, describeCell } from './build-report.ts';
import { toJUnit } from './junit.ts';
import type { CellResult } from './report.ts';
import { printReport } from './terminal.ts';

const cell = (value: string): Cell => ({
  id: `getNonce/browser/guard/${value}`,
  operationId: 'getNonce',
  dimension: 'guard',
  title: `a title & <${value}>`,
  rules: ['method'],
});
const cells = ['first', 'second', 'third'].map(cell);
const result = (index: number, state: CellResult['state']): CellResult => ({
  ...describeCell(cells[index] as Cell),
  state,
  tookMs: 5,
  findings:
    state === 'fails'
      ? [
          {
            check: 'getNonce.method',
            rule: 'method',
            message: 'the status is "another"\u0000',
            expected: '404',
            actual: '<b>',
          },
        ]
      : [],
});
const rules = { method: { says: 'Another method finds nothing.', source: 'storefront.yaml' } };
const head = { name: 'adapter', target: 'http://x/', partial: false, startedAt: new Date(0), tookMs: 1500 };

describe('buildReport', () => {
  it('counts a cell that never came to its turn as not run, and does not call that conforming', () => {
    const report = buildReport(cells, [result(0, 'conforms')], rules, head);
    expect(report.total).toEqual({ name: 'all', total: 3, ran: 1, conform: 1 });
    expect(report.conforms).toBe(false);
  });

  it('calls nothing at all not conforming', () => {
    expect(buildReport([], [], rules, head).conforms).toBe(false);
  });

  it('breaks a check with its first broken cell', () => {
    const report = buildReport(
      cells,
      [result(0, 'conforms'), result(1, 'fails'), result(2, 'conforms')],
      rules,
      head,
    );
    expect(report.checks).toEqual([
      expect.objectContaining({
        id: 'getNonce.method',
        state: 'broken',
        cells: 3,
        broken: ['getNonce/browser/guard/second'],
      }),
    ]);
  });
});

describe('what is written of a report', () => {
  const report = buildReport(cells, [result(0, 'conforms'), result(1, 'fails')], rules, head);

  it('is well-formed as JUnit whatever the texts hold', () => {
    const xml = toJUnit(report);
    expect(xml).toContain('tests="3" failures="1" errors="1" skipped="0"');
    expect(xml).toContain('a title &amp; &lt;second&gt;');
    expect(xml).toContain('the status is &quot;another&quot;\uFFFD');
    expect(xml).not.toContain('<second>');
    expect(xml).not.toContain('\u0000');
  });

  it('names the rule, what was expected and what came, without colour unless asked', () => {
    const text = printReport(report);
    expect(text).toContain('✗ getNonce.method (1 of 3 cells)');
    expect(text).toContain('+ expected  404');
    expect(text).toContain('- got       <b>');
    expect(text).toContain('adapter does not conform: 3 cells, 2 ran, 1 conform');
    expect(text).not.toContain('\u001B');
    expect(printReport(report, { colour: true })).toContain('\u001B[31m');
  });
});
