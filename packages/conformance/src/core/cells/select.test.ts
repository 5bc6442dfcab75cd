import { describe, expect, it } from 'vitest';
import { selectCells } from './select.ts';

const cells = [
  { id: 'getNonce/browser/guard/method-PUT', operationId: 'getNonce', rules: ['method', 'spec'] },
  { id: 'getStatus/page/access/(odd)+', operationId: 'getStatus', rules: ['ui-fork'] },
] as const;

describe('selectCells', () => {
  it.each([
    ['everything without a pattern', [], 2],
    ['a cell by its id', ['getNonce/browser/guard/method-PUT'], 1],
    ['cells by a part of it', ['*/guard/*'], 1],
    ['cells by a check', ['getNonce.spec'], 1],
    ['cells by a rule', ['*.ui-fork'], 1],
    ['the cells of all patterns', ['*.spec', '*.ui-fork'], 2],
    ['letters as letters, whatever they mean elsewhere', ['*(odd)+'], 1],
  ])('takes %s', (_name, patterns, count) => {
    expect(selectCells(cells, patterns)).toHaveLength(count);
  });

  it('refuses a pattern that matches nothing, and names it, whatever the others match', () => {
    expect(() => selectCells(cells, ['*.spec', 'getNonce'])).toThrow('no check matches getNonce.');
  });
});
