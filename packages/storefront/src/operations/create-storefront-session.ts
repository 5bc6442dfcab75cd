import type { StorefrontSession, StorefrontSessionRequest } from '@genvoris/contract/types/storefront';
import { validateRequestWith } from '@genvoris/contract/validation';
import { createStorefrontSession as validators } from '@genvoris/contract/validators/storefront';
import { breaksRules } from '../exchange/breaks-rules.ts';
import { toAnswer } from '../exchange/failure.ts';
import { readJson } from './json-body.ts';
import type { OperationHandler } from './operation.ts';

/** `POST /session`: a fresh session token for whom the shop's own session says. */
export const createStorefrontSession: OperationHandler = async (
  { request, route, shopper },
  { sessions, uploadGraceMs },
) => {
  if (shopper === null) return { kind: 'sign_in_required' };
  const read = await readJson(request, route.bodyLimit, uploadGraceMs);
  if (read.kind !== 'json') return read;
  const valid = validateRequestWith({ createStorefrontSession: validators }, route.operationId, read.value);
  if (!valid.ok) return breaksRules(valid.errors);
  const { productId } = (read.value ?? {}) as StorefrontSessionRequest;
  const session = await sessions.mint(shopper, request, productId);
  if (session.kind !== 'session') return session;
  const { token, expiresIn, expiresAt } = session;
  return toAnswer({ token, expiresIn, expiresAt } satisfies StorefrontSession);
};
