import type { StorefrontModel } from '@genvoris/contract';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { planOf } from '../oracle/model-plan.ts';
import { accountCells } from './account.ts';
import { checkoutCells } from './checkout.ts';
import { guestCells } from './guests.ts';
import { type ModelFamily, modelCell } from './model-cell.ts';
import { orderCells } from './orders.ts';
import { privacyCells } from './privacy.ts';
import { releaseCells } from './release.ts';
import { signedCells } from './signed.ts';
import { spendingCells } from './spending.ts';
import { subscriptionCells } from './subscriptions.ts';
import { useCells } from './use.ts';
import { viewCells } from './view.ts';

const FAMILIES: readonly ModelFamily[] = [
  viewCells,
  guestCells,
  spendingCells,
  releaseCells,
  useCells,
  accountCells,
  checkoutCells,
  orderCells,
  subscriptionCells,
  privacyCells,
  signedCells,
];

/** What a shopper has under a model: nothing to judge under one that counts nothing. */
export function modelCells(operationId: StorefrontOperationId, model: StorefrontModel): AdapterCell[] {
  if (!planOf(model)) return [];
  return FAMILIES.flatMap((family) => family(operationId, model)).map((spec) => modelCell(model, spec));
}
