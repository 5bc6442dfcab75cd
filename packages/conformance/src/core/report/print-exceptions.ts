import type { CellResult, Report } from './report.ts';

/**
 * Returns the cells that count as conforming only because they are listed, with the reason.
 *
 * @example for (const { id, reason } of exceptedCells(await runProvider(options))) console.log(id, reason);
 */
export function exceptedCells({ cells }: Pick<Report, 'cells'>): CellResult[] {
  return cells.filter(({ state, reason }) => state === 'conforms' && reason !== undefined);
}

/** What was not held, by reason, so that nobody takes it for held. */
export function printExceptions(report: Pick<Report, 'cells'>): string {
  const excepted = exceptedCells(report);
  if (excepted.length === 0) return '';
  const byReason = Map.groupBy(excepted, ({ reason = '' }) => reason);
  const lines = [...byReason].map(([reason, cells]) => `  ${String(cells.length).padStart(5)}  ${reason}`);
  return [`${excepted.length} cells are listed as exceptions and were not held`, ...lines, ''].join('\n');
}
