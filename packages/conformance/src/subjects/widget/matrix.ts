import { judgeNoCrash, judgeRetry, judgeView, judgeVisible } from './judges.ts';
import { LIFE_CELLS, type LifeCell } from './life-cells.ts';
import { WIDGET_OPERATIONS, type WidgetOperation } from './operations.ts';
import type { WidgetRule } from './rules.ts';
import { type AnswerCell, answerCells, type WidgetCell } from './widget-cell.ts';

const ANSWER_RULES: WidgetRule[] = ['ui-fork', 'ui-visible', 'ui-retry', 'ui-no-crash'];

/** Every cell of the page: each answer through the adapter and, in the legacy mode, from the backend itself. */
export async function createWidgetMatrix(
  operations: readonly WidgetOperation[] = WIDGET_OPERATIONS,
): Promise<WidgetCell[]> {
  const cells: WidgetCell[] = [];
  for (const operationId of operations) {
    cells.push(
      ...(await answerCells(operationId)).map(answerCell),
      ...LIFE_CELLS.map((cell) => lifeCell(operationId, cell)),
    );
  }
  return cells;
}

function answerCell(cell: AnswerCell): WidgetCell {
  const { operationId, dimension, value, title, behaviour, unreachable, expected, rules } = cell;
  return {
    id: `${operationId}/page/${dimension}/${value}`,
    operationId,
    dimension,
    title,
    rules: rules ?? ANSWER_RULES,
    waits: true,
    async drive(harness) {
      const { observed } = await harness.visit(operationId, behaviour, { unreachable });
      const sight = await observed.look();
      return {
        'ui-fork': judgeView(expected, sight),
        'ui-visible': judgeVisible(expected, sight),
        'ui-retry': judgeRetry(expected, observed),
        'ui-no-crash': judgeNoCrash(observed, sight),
      };
    },
  };
}

function lifeCell(operationId: WidgetOperation, { value, title, rule, drive }: LifeCell): WidgetCell {
  return {
    id: `${operationId}/page/life/${value}`,
    operationId,
    dimension: 'life',
    title,
    rules: [rule],
    waits: true,
    drive: async (harness) => ({ [rule]: await drive(harness, operationId) }),
  };
}
