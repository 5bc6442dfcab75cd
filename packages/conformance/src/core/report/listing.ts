import type { Cell, RuleTexts } from '../cells/cell.ts';

/** A cell that a run would drive. */
export interface ListedCell {
  id: string;
  operationId: string;
  upstream: string | null;
  dimension: string;
  title: string;
  /** `<operationId>.<rule>` */
  checks: string[];
}

/** What a run would do: every check with the rule it holds, then every cell. */
export function printListing(cells: readonly Cell[], texts: RuleTexts): string {
  const counts = new Map<string, { rule: string; cells: number }>();
  for (const { operationId, rules } of cells) {
    for (const rule of rules) {
      const id = `${operationId}.${rule}`;
      counts.set(id, { rule, cells: (counts.get(id)?.cells ?? 0) + 1 });
    }
  }
  const checks = [...counts].map(
    ([id, { rule, cells: held }]) => `${id} (${held})\n  ${texts[rule]?.says} ${texts[rule]?.source}`,
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
