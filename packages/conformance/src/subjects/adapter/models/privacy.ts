import { EXTERNAL_ID } from '@genvoris/contract';
import { planOf } from '../oracle/model-plan.ts';
import type { ModelFamily } from './model-cell.ts';

/** What is kept of a shopper is told when they ask, and gone when they are deleted. */
export const privacyCells: ModelFamily = (operationId, model) => {
  const plan = planOf(model);
  if (operationId !== 'receiveShopEvent' || !plan) return [];
  return [
    {
      ...{ operationId, rule: 'privacy', value: 'deleted' },
      title: 'a shopper is deleted, and comes again',
      drive: async (shopping) => {
        await shopping.isBrought();
        await shopping.triesOn();
        const { outcome } = await shopping.tells('shopper.deleted');
        shopping.same('the receipt is another', outcome, 'deleted');
        if (plan.broughtBy === undefined) await shopping.has('afterwards', shopping.left(0));
        else await shopping.hasNothing('afterwards');
      },
    },
    {
      ...{ operationId, rule: 'privacy', value: 'data-requested' },
      title: 'a shopper asks what is kept',
      drive: async (shopping) => {
        await shopping.isBrought();
        const requestId = await shopping.triesOn();
        const { outcome, export: kept } = await shopping.tells('shopper.data_requested');
        shopping.same('the receipt is another', outcome, 'exported');
        const { externalId, history = [] } = (kept ?? {}) as {
          externalId?: string;
          history?: { requestId?: string }[];
        };
        const ids = Object.values(EXTERNAL_ID).map(({ prefix }) => `${prefix}${shopping.id}`);
        shopping.same('the export is another shopper’s', ids.includes(externalId ?? ''), true);
        shopping.same(
          'the try-on is not among what is kept',
          history.some((one) => one.requestId === requestId),
          true,
        );
      },
    },
  ];
};
