import { modelsOf } from '../../../core/contract/storefront.ts';
import type { ModelFamily } from './model-cell.ts';

/** Where the shopper pays, where the model sells by the piece. */
export const checkoutCells: ModelFamily = (operationId, model) => {
  if (operationId !== 'createCheckout' || !modelsOf(operationId)?.includes(model)) return [];
  return [
    {
      operationId,
      rule: 'answer',
      value: 'leads-to-the-shop',
      title: 'a shopper asks where to pay',
      drive: async (shopping) => {
        const { checkoutUrl } = await shopping.answered(operationId);
        shopping.same('the checkout is another page', checkoutUrl, shopping.harness.settings.ctaUrl);
      },
    },
    {
      operationId,
      rule: 'answer',
      value: 'without-a-product',
      title: 'a shopper asks where to pay, without naming a product',
      drive: async (shopping) => {
        const { checkoutUrl } = await shopping.answered(operationId, { body: null });
        shopping.same('the checkout is another page', checkoutUrl, shopping.harness.settings.ctaUrl);
      },
    },
  ];
};
