import type { CellResult, CheckFinding, CheckResult, Coverage, Report } from './report.ts';
import { createStyle, type Style } from './style.ts';

/** How many cells of one broken check are shown in full. */
const SHOWN = 3;

/** The report for people: what is broken by check, what did not run, then the coverage. */
export function printReport(report: Report, options: { colour?: boolean } = {}): string {
  const style = createStyle(options.colour ?? false);
  const byId = new Map(report.cells.map((cell) => [cell.id, cell]));
  const blocks = report.checks
    .filter(({ state }) => state === 'broken')
    .map((check) => brokenCheck(check, byId, style));
  const idle = report.cells.filter(({ state }) => state === 'not_run');
  if (idle.length > 0) blocks.push(notRun(idle, style));
  blocks.push(coverageTable(report, style), summary(report, style));
  return blocks.join('\n\n');
}

function brokenCheck(check: CheckResult, cells: Map<string, CellResult>, style: Style): string {
  const cases = `${check.broken.length} of ${check.cells} ${check.cells === 1 ? 'cell' : 'cells'}`;
  const lines = [
    `${style.red('✗')} ${style.bold(check.id)} ${style.dim(`(${cases})`)}`,
    `  ${check.says} ${style.dim(check.source)}`,
  ];
  for (const id of check.broken.slice(0, SHOWN)) {
    const cell = cells.get(id);
    if (!cell) continue;
    lines.push(`  ${style.dim('·')} ${id} ${style.dim(`— ${cell.title}`)}`);
    for (const finding of cell.findings.filter((one) => one.check === check.id))
      lines.push(...difference(finding, style));
  }
  if (check.broken.length > SHOWN)
    lines.push(
      style.dim(
        `  … and ${check.broken.length - SHOWN} more; --only '${check.id}' runs them alone, --json has them all`,
      ),
    );
  return lines.join('\n');
}

function difference({ message, expected, actual }: CheckFinding, style: Style): string[] {
  return [
    `      ${message}`,
    ...(expected === undefined ? [] : [style.green(`      + expected  ${expected}`)]),
    ...(actual === undefined ? [] : [style.red(`      - got       ${actual}`)]),
  ];
}

function notRun(cells: CellResult[], style: Style): string {
  const lines = [`${style.red('!')} ${style.bold(`${cells.length} cells did not run`)}`];
  for (const [reason, group] of Map.groupBy(cells, (cell) => cell.reason ?? '')) {
    const [first] = group;
    const others = group.length > 1 ? ` and ${group.length - 1} more` : '';
    lines.push(`  ${first?.id}${others}: ${reason}`);
  }
  return lines.join('\n');
}

function coverageTable({ specs, operations }: Report, style: Style): string {
  const rows = [
    ...specs.map((row) => ({ ...row, name: `${row.name}.yaml` })),
    { name: '', total: 0, ran: 0, conform: 0 },
    ...operations,
  ];
  const width = Math.max(...rows.map(({ name }) => name.length));
  const head = `  ${'coverage'.padEnd(width)}  ${['cells', 'ran', 'conform'].map((name) => name.padStart(8)).join('')}`;
  const line = ({ name, total, ran, conform }: Coverage): string => {
    if (name === '') return '';
    const numbers = [total, ran, conform].map((number) => String(number).padStart(8)).join('');
    const text = `  ${name.padEnd(width)}  ${numbers}`;
    return conform === total ? text : style.red(text);
  };
  return [style.dim(head), ...rows.map(line)].join('\n');
}

export function summary(report: Report, style: Style = createStyle(false)): string {
  const { total, checks } = report;
  const holding = checks.filter(({ state }) => state === 'holds').length;
  const verdict = report.conforms ? style.green('conforms') : style.red('does not conform');
  const scope = report.partial ? ' (part of the matrix)' : '';
  const seconds = (report.tookMs / 1000).toFixed(1);
  return `${report.name} ${verdict}${scope}: ${total.total} cells, ${total.ran} ran, ${total.conform} conform; ${holding} of ${checks.length} checks hold; ${seconds} s`;
}
