import type { Cell } from '../matrix/cell.ts';

/** The cells whose id, or one of whose checks, matches one of the patterns; `*` stands for anything. */
export function selectCells(cells: readonly Cell[], patterns: readonly string[]): Cell[] {
  if (patterns.length === 0) return [...cells];
  const matchers = patterns.map(toMatcher);
  return cells.filter(({ id, operationId, rules }) =>
    [id, ...rules.map((rule) => `${operationId}.${rule}`)].some((name) =>
      matchers.some((matches) => matches.test(name)),
    ),
  );
}

function toMatcher(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
