import type { CheckoutRequest, CheckoutResponse } from '@genvoris/contract/types/storefront';
import { validateRequestWith } from '@genvoris/contract/validation';
import { createCheckout as validators } from '@genvoris/contract/validators/storefront';
import { breaksRules } from '../exchange/breaks-rules.ts';
import { toAnswer } from '../exchange/failure.ts';
import { readJson } from './json-body.ts';
import type { OperationHandler } from './operation.ts';

/** `POST /checkout`: where the shopper pays for a session. */
export const createCheckout: OperationHandler = async (
  { request, route, shopper, entitlements },
  { uploadGraceMs },
) => {
  const read = await readJson(request, route.bodyLimit, uploadGraceMs);
  if (read.kind !== 'json') return read;
  const valid = validateRequestWith({ createCheckout: validators }, route.operationId, read.value);
  if (!valid.ok) return breaksRules(valid.errors);
  const { productId } = (read.value ?? {}) as CheckoutRequest;
  const { model } = await entitlements();
  if (model.offer.link === undefined) return { kind: 'path_not_allowed' };
  const checkoutUrl = await model.offer.link(shopper, productId);
  return toAnswer({ checkoutUrl } satisfies CheckoutResponse);
};
