import { expect, test } from 'vitest';
import { createWidgetMatrix } from './matrix.ts';
import { WIDGET_RULES } from './rules.ts';

test('each cell is there once, and every rule is held by some cell', async () => {
  const cells = await createWidgetMatrix();
  expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
  expect(new Set(cells.flatMap(({ rules }) => rules))).toEqual(new Set(Object.keys(WIDGET_RULES)));
});
