import type { Operation, StorefrontModel } from '@genvoris/contract';
import { OPERATIONS } from '@genvoris/contract/operations/storefront';

/** The operations of openapi/storefront.yaml. */
export type StorefrontOperationId = keyof typeof OPERATIONS;

/** What the contract asks before an operation runs. */
export interface Route {
  readonly operationId: StorefrontOperationId;
  readonly bodyLimit: number;
  /** Whether every way of calling it carries a CSRF token: it changes something. */
  readonly csrf: boolean;
  /** Whether a page of the shop calls it to change something: with a CSRF token, or with its origin alone. */
  readonly fromOwnPage: boolean;
  /** Whether a server calls it, and what it signs is the authentication: no page, no shopper. */
  readonly signed: boolean;
  /** The names that its query may have. */
  readonly query: readonly string[];
  /** The status of a good answer. */
  readonly status: number;
  /** Whether every way of calling it is signed in. */
  readonly shopper: boolean;
  /** What the signed-in user must be able to do in the shop. */
  readonly capability: Operation['capability'];
  /** The models that offer it; absent: all of them. */
  readonly models: readonly StorefrontModel[] | undefined;
}

const ROUTES: ReadonlyMap<string, Route> = new Map(
  Object.values<Operation>(OPERATIONS).map((operation) => [
    `${operation.method} ${operation.path}`,
    toRoute(operation),
  ]),
);

/** Finds the operation at exactly this method and path; a path is never decoded, joined or normalised. */
export function findRoute(method: string, path: string): Route | undefined {
  return ROUTES.get(`${method} ${path}`);
}

export function isStorefrontOperation(name: string): name is StorefrontOperationId {
  return Object.hasOwn(OPERATIONS, name);
}

function toRoute(operation: Operation): Route {
  const { operationId, method, bodyLimit, security, parameters, responses, capability, models } = operation;
  const always = (...schemes: string[]) =>
    security.length > 0 && security.every((together) => together.some((scheme) => schemes.includes(scheme)));
  const signed = security.some((together) => together.some((scheme) => scheme.endsWith('Signature')));
  return {
    operationId: operationId as StorefrontOperationId,
    bodyLimit: bodyLimit ?? 0,
    csrf: always('Nonce', 'Xsrf'),
    fromOwnPage:
      always('Nonce', 'Xsrf') || (method !== 'GET' && !signed && security.some(({ length }) => length === 0)),
    signed,
    query: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
    status: Math.min(...Object.keys(responses).map(Number)),
    shopper: always('ShopperSession'),
    capability,
    models,
  };
}
