import type { OperationId } from '@genvoris/contract';
import type { Cell } from '../matrix/cell.ts';
import { RULES, type RuleName } from '../rules/rules.ts';
import type { ListedCell } from '../run/list-cells.ts';

/** What a run would do: every check with the rule it holds, then every cell. */
export function printListing(cells: readonly Cell<never, OperationId>[]): string {
  const counts = new Map<string, { rule: RuleName; cells: number }>();
  for (const { operationId, rules } of cells) {
    for (const rule of rules) {
      const id = `${operationId}.${rule}`;
      counts.set(id, { rule, cells: (counts.get(id)?.cells ?? 0) + 1 });
    }
  }
  const checks = [...counts].map(
    ([id, { rule, cells: held }]) => `${id} (${held})\n  ${RULES[rule].says} ${RULES[rule].source}`,
  );
  const lines = cells.map(({ id, title }) => `${id}\n  ${title}`);
  return [`${counts.size} checks`, ...checks, '', `${cells.length} cells`, ...lines].join('\n');
}

export function listingData(cells: readonly Cell[]): ListedCell[] {
  return cells.map(({ id, operationId, upstream, dimension, title, rules }) => ({
    id,
    operationId,
    upstream: upstream ?? null,
    dimension,
    title,
    checks: rules.map((rule) => `${operationId}.${rule}`),
  }));
}
