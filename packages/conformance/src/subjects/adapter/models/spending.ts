import { takesPhoto } from '../../../core/contract/storefront.ts';
import { planOf } from '../oracle/model-plan.ts';
import type { ModelFamily } from './model-cell.ts';

/** A try-on takes one, and where nothing is left nothing is generated. */
export const spendingCells: ModelFamily = (operationId, model) => {
  const plan = planOf(model);
  if (!takesPhoto(operationId) || !plan) return [];
  const common = { operationId, rule: 'allowance' } as const;
  const cells: ReturnType<ModelFamily> = [
    {
      ...common,
      value: 'within',
      title: 'a shopper who has some left',
      drive: async (shopping) => {
        await shopping.isBrought();
        await shopping.answered(operationId);
        await shopping.has('afterwards', shopping.left(operationId === 'proxyTryon' ? 1 : 0));
      },
    },
  ];
  if (plan.amount !== null)
    cells.push({
      ...common,
      value: 'spent',
      title: 'a shopper who has used everything',
      drive: async (shopping) => {
        await shopping.isBrought();
        await shopping.triesOnUntilSpent();
        await shopping.spent('spent', operationId);
        await shopping.hasNothing('spent');
      },
    });
  if (plan.broughtBy !== undefined)
    cells.push({
      ...common,
      value: 'fresh',
      title: 'a shopper who never had any',
      drive: async (shopping) => {
        await shopping.spent('at first', operationId);
        await shopping.hasNothing('at first');
      },
    });
  if (operationId === 'proxyTryon' && plan.amount !== null)
    cells.push({
      ...common,
      value: 'at-once',
      title: 'twice as many try-ons at once as there are left',
      drive: async (shopping) => {
        await shopping.isBrought();
        const amount = plan.amount ?? 0;
        await shopping.browser.token();
        const outcomes = await Promise.all(
          Array.from({ length: amount * 2 }, () => shopping.browser.call(operationId)),
        );
        const made = outcomes.filter((outcome) => 'status' in outcome && outcome.status === 200).length;
        shopping.same('another number of try-ons was made', made, amount);
        await shopping.hasNothing('afterwards');
      },
    });
  return cells;
};
