import type { CellResult, CheckResult, Report } from '../../../core/report/report.ts';
import type { ExceptionLists } from './excuse.ts';

const WHY = {
  unreachable: 'every answer it names was seen, or there is none',
  excused: 'every check it names holds, or there is none',
};

/** The report with a failing cell for every listed exception that nothing needs. */
export function withUnused(report: Report, lists: ExceptionLists): Report {
  const entries = (['unreachable', 'excused'] as const).flatMap((list) =>
    lists[list].unused().map((entry) => ({ list, entry })),
  );
  if (entries.length === 0) return report;
  const cells = entries.map(
    ({ list, entry }): CellResult => ({
      id: `configuration/${list}/${entry}`,
      operationId: 'configuration',
      spec: 'configuration',
      dimension: 'configuration',
      title: `the entry ${entry} of ${list}`,
      state: 'fails',
      tookMs: 0,
      checks: ['configuration.stale'],
      findings: [
        {
          check: 'configuration.stale',
          rule: 'stale',
          message: `${list}: ${entry} is of no use: ${WHY[list]}`,
        },
      ],
    }),
  );
  const check: CheckResult = {
    id: 'configuration.stale',
    rule: 'stale',
    says: 'What is listed as unreachable or excused is needed.',
    source: 'the run’s configuration',
    state: 'broken',
    cells: cells.length,
    broken: cells.map(({ id }) => id),
  };
  const total = {
    ...report.total,
    total: report.total.total + cells.length,
    ran: report.total.ran + cells.length,
  };
  return {
    ...report,
    conforms: false,
    total,
    checks: [...report.checks, check],
    cells: [...report.cells, ...cells],
  };
}
