import type { CellResult, CheckResult, Report } from '../report/report.ts';

/** The report with a failing cell for every listed exception that nothing needs any more. */
export function withStale(
  report: Report,
  stale: { unreachable: readonly string[]; excused: readonly string[] },
): Report {
  const entries = [
    ...stale.unreachable.map(
      (entry) => ['unreachable', entry, 'every answer it names was seen, or there is none'] as const,
    ),
    ...stale.excused.map(
      (entry) => ['excused', entry, 'every check it names holds, or there is none'] as const,
    ),
  ];
  if (entries.length === 0) return report;
  const cells = entries.map(
    ([list, entry, message]): CellResult => ({
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
          message: `${list}: ${entry} is of no use: ${message}`,
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
