interface Selectable {
  id: string;
  operationId: string;
  rules: readonly string[];
}

/** The cells whose id, or one of whose checks, matches one of the patterns; `*` stands for anything. */
export function selectCells<One extends Selectable>(
  cells: readonly One[],
  patterns: readonly string[],
): One[] {
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
