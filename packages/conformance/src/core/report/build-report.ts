import type { Cell, RuleTexts } from '../cells/cell.ts';
import { operationOf } from '../contract/documented.ts';
import type { CellResult, CheckResult, Coverage, Report } from './report.ts';

export interface ReportHead {
  name: string;
  target: string;
  partial: boolean;
  startedAt: Date;
  tookMs: number;
}

export function buildReport(
  cells: readonly Cell[],
  results: readonly CellResult[],
  rules: RuleTexts,
  head: ReportHead,
): Report {
  const byId = new Map(results.map((result) => [result.id, result]));
  const all = cells.map((cell) => byId.get(cell.id) ?? notRun(cell));
  const total = count('all', all);
  return {
    ...head,
    startedAt: head.startedAt.toISOString(),
    conforms: total.total > 0 && total.conform === total.total,
    total,
    specs: countBy(all, ({ spec }) => spec),
    operations: countBy(all, ({ operationId }) => operationId),
    checks: checksOf(all, rules),
    cells: all,
  };
}

function notRun(cell: Cell): CellResult {
  const reason = 'the run ended before its turn';
  return { ...describeCell(cell), state: 'not_run', reason, tookMs: 0, findings: [] };
}

export function describeCell({ id, operationId, upstream, dimension, title, rules }: Cell) {
  const spec = operationOf(upstream ?? operationId).spec as string;
  const checks = rules.map((rule) => `${operationId}.${rule}`);
  return { id, operationId, spec, dimension, title, checks };
}

function countBy(results: readonly CellResult[], nameOf: (result: CellResult) => string): Coverage[] {
  return [...Map.groupBy(results, nameOf)].map(([name, group]) => count(name, group));
}

function count(name: string, results: readonly CellResult[]): Coverage {
  const ran = results.filter(({ state }) => state !== 'not_run').length;
  const conform = results.filter(({ state }) => state === 'conforms').length;
  return { name, total: results.length, ran, conform };
}

function checksOf(results: readonly CellResult[], rules: RuleTexts): CheckResult[] {
  const checks = new Map<string, CheckResult>();
  const ran = new Set<string>();
  for (const { id, checks: held, findings, state } of results) {
    for (const check of held) {
      const rule = check.split('.')[1] ?? '';
      const { says, source } = rules[rule] ?? { says: rule, source: '' };
      const known = checks.get(check) ?? {
        id: check,
        rule,
        says,
        source,
        state: 'not_run',
        cells: 0,
        broken: [],
      };
      known.cells += 1;
      if (findings.some((finding) => finding.check === check)) known.broken.push(id);
      if (state !== 'not_run') ran.add(check);
      checks.set(check, known);
    }
  }
  for (const check of checks.values()) {
    if (check.broken.length > 0) check.state = 'broken';
    else if (ran.has(check.id)) check.state = 'holds';
  }
  return [...checks.values()];
}
