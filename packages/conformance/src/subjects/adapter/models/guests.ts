import { modelsOf, takesPhoto } from '../../../core/contract/storefront.ts';
import { ownError } from '../oracle/translate.ts';
import type { ModelFamily } from './model-cell.ts';
import { Shopping } from './shopping.ts';

/** A guest has nothing, whatever the model gives. */
export const guestCells: ModelFamily = (operationId, model) => {
  const offered = modelsOf(operationId)?.includes(model) || takesPhoto(operationId);
  if (!offered) return [];
  return [
    {
      operationId,
      rule: 'guest',
      value: 'guest',
      title: 'a guest asks for what is only a shopper’s',
      drive: async ({ harness, findings }) => {
        const guest = new Shopping(harness, harness.guest());
        await guest.refused('a guest', operationId, ownError('sign_in_required'));
        findings.push(...guest.findings);
      },
    },
  ];
};
