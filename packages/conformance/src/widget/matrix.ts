import type { Cell, Verdicts } from '../matrix/cell.ts';
import type { RuleName } from '../rules/rules.ts';
import { judgeFork, judgeNoCrash, judgeRetry, judgeVisible } from './judges.ts';
import { LIFE_CELLS } from './life-cells.ts';
import type { WidgetStage } from './stage.ts';
import { type AnswerCell, answerCells, type WidgetOperation } from './widget-cell.ts';

export type WidgetMatrixCell = Cell<WidgetStage, WidgetOperation>;

export const WIDGET_OPERATIONS: readonly WidgetOperation[] = ['getStorefrontStatus', 'getStatus'];

const ANSWER_RULES: RuleName[] = ['ui-fork', 'ui-visible', 'ui-retry', 'ui-no-crash'];

/** Every cell of the page: each answer through the adapter and, in the legacy mode, from the backend itself. */
export async function createWidgetMatrix(
  operations: readonly WidgetOperation[] = WIDGET_OPERATIONS,
): Promise<WidgetMatrixCell[]> {
  const cells: WidgetMatrixCell[] = [];
  for (const operationId of operations) {
    cells.push(
      ...(await answerCells(operationId)).map(answerCell),
      ...LIFE_CELLS.map((cell) => lifeCell(operationId, cell)),
    );
  }
  return cells;
}

function answerCell(cell: AnswerCell): WidgetMatrixCell {
  const { operationId, dimension, value, title, behaviour, unreachable, expected, rules } = cell;
  return {
    id: `${operationId}/page/${dimension}/${value}`,
    operationId,
    upstream: undefined,
    dimension,
    title,
    rules: rules ?? ANSWER_RULES,
    waits: false,
    async drive(stage): Promise<Verdicts> {
      const { observed } = await stage.visit(operationId, behaviour, { unreachable });
      const sight = await observed.look();
      return {
        'ui-fork': judgeFork(expected, sight),
        'ui-visible': judgeVisible(expected, sight),
        'ui-retry': judgeRetry(expected, observed),
        'ui-no-crash': judgeNoCrash(observed, sight),
      };
    },
  };
}

function lifeCell(
  operationId: WidgetOperation,
  { value, title, rule, drive }: (typeof LIFE_CELLS)[number],
): WidgetMatrixCell {
  return {
    id: `${operationId}/page/life/${value}`,
    operationId,
    upstream: undefined,
    dimension: 'life',
    title,
    rules: [rule],
    waits: false,
    drive: async (stage) => ({ [rule]: await drive(stage, operationId) }),
  };
}
