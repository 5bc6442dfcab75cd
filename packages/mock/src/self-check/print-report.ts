import type { SelfCheckReport } from './self-check.ts';

const MOST_SHOWN = 20;

export function printReport(report: SelfCheckReport): string {
  const rows = Object.entries(report.bySpec).map(([spec, { answers, mismatches }]) => {
    const verdict = mismatches === 0 ? 'all conform' : `${mismatches} do not conform`;
    return `  ${spec.padEnd(14)} ${String(answers).padStart(5)} answers, ${verdict}`;
  });
  const shown = report.mismatches
    .slice(0, MOST_SHOWN)
    .map(({ spec, operationId, expected, scenario, chosenBy, faults }) => {
      const which = `${spec} ${operationId} ${expected.status} ${expected.example ?? ''}`.trim();
      return `  ✗ ${which} (${scenario}, by ${chosenBy})\n${faults.map((fault) => `      ${fault}`).join('\n')}`;
    });
  const hidden = report.mismatches.length - shown.length;
  const total = `${report.answers} answers over HTTP, ${report.examples} documented examples, ${report.milliseconds} ms`;
  const verdict = report.ok ? 'The mock conforms to the specs.' : 'The mock does NOT conform to the specs.';
  return [...rows, ...shown, ...(hidden > 0 ? [`  … and ${hidden} more`] : []), `${total}. ${verdict}`].join(
    '\n',
  );
}
