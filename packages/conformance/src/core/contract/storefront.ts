import {
  OPERATION_IDS,
  type OPERATIONS,
  type OperationId,
  STOREFRONT_MODEL,
  STOREFRONT_MODELS,
  type StorefrontModel,
} from '@genvoris/contract';
import { operationOf } from './documented.ts';

/** An operation that adapters expose to the browser. */
export type StorefrontOperationId = {
  [Id in OperationId]: (typeof OPERATIONS)[Id]['spec'] extends 'storefront' ? Id : never;
}[OperationId];

export const STOREFRONT_OPERATIONS = OPERATION_IDS.filter(
  (id): id is StorefrontOperationId => operationOf(id).spec === 'storefront',
);

/** An upstream operation that a storefront operation calls. */
export interface UpstreamStep {
  operationId: OperationId;
  when: 'always' | 'shopper';
}

export function upstreamOf(operationId: StorefrontOperationId): UpstreamStep[] {
  return (operationOf(operationId).upstream ?? []).map(({ operationId: id, when }) => ({
    operationId: id as OperationId,
    when,
  }));
}

/** Sent by a page of the shop, so that its origin is checked: with a CSRF token, or with nothing else. */
export function comesFromPage(operationId: StorefrontOperationId): boolean {
  const { method, security } = operationOf(operationId);
  return isMutation(operationId) || (method !== 'GET' && security.some(({ length }) => length === 0));
}

/** Called by the shopper's browser with a CSRF token. */
export function isMutation(operationId: StorefrontOperationId): boolean {
  return operationOf(operationId).security.some((schemes) =>
    schemes.some((one) => one === 'Nonce' || one === 'Xsrf'),
  );
}

/** Open to shoppers only: no alternative of its security goes without the shop's own session. */
export function needsShopper(operationId: StorefrontOperationId): boolean {
  const { security } = operationOf(operationId);
  return security.length > 0 && security.every((schemes) => schemes.includes('ShopperSession'));
}

export function takesPhoto(operationId: StorefrontOperationId): boolean {
  return operationOf(operationId).request?.mediaTypes.includes('multipart/form-data') ?? false;
}

/** The models that count nothing: what no model changes is judged under them. */
export const OPEN_MODELS = STOREFRONT_MODELS.filter((model) => STOREFRONT_MODEL[model].gives.length === 0);

/** The models that offer the operation; `undefined`: all of them do. */
export function modelsOf(operationId: StorefrontOperationId): readonly StorefrontModel[] | undefined {
  return operationOf(operationId).models as readonly StorefrontModel[] | undefined;
}
