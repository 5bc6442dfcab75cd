import type { Cell } from './cell.ts';
import { CannotRunError } from './errors.ts';
import { patternOf } from './pattern.ts';

/**
 * The cells whose id, or one of whose checks, matches one of the patterns; `*` stands for anything.
 *
 * @throws CannotRunError for a pattern that matches nothing: a run of fewer cells than were meant is green too easily.
 */
export function selectCells<One extends Pick<Cell, 'id' | 'operationId' | 'rules'>>(
  cells: readonly One[],
  patterns: readonly string[],
): One[] {
  if (patterns.length === 0) return [...cells];
  const selected = new Set<One>();
  for (const pattern of patterns) {
    const matches = patternOf(pattern);
    const found = cells.filter(({ id, operationId, rules }) =>
      [id, ...rules.map((rule) => `${operationId}.${rule}`)].some((name) => matches.test(name)),
    );
    if (found.length === 0) {
      throw new CannotRunError(
        'nothing_selected',
        `--only: no cell and no check matches ${pattern}. --list shows them all.`,
      );
    }
    for (const cell of found) selected.add(cell);
  }
  return cells.filter((cell) => selected.has(cell));
}
