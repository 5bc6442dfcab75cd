import { validateRequestWith } from '@genvoris/contract/validation';
import { proxyCreatePlan as validators } from '@genvoris/contract/validators/storefront';
import { breaksRules } from '../exchange/breaks-rules.ts';
import { readJson } from './json-body.ts';
import type { OperationHandler } from './operation.ts';
import { passOn } from './pass-on.ts';

/** `POST /proxy/api/v1/plans`: a shopper plan, passed on to the portal for who manages the shop. */
export const proxyCreatePlan: OperationHandler = async ({ request, route }, { upstream, uploadGraceMs }) => {
  const read = await readJson(request, route.bodyLimit, uploadGraceMs);
  if (read.kind !== 'json') return read;
  const valid = validateRequestWith({ proxyCreatePlan: validators }, route.operationId, read.value);
  if (!valid.ok) return breaksRules(valid.errors);
  const answer = await upstream.call('createPlan', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(read.value),
    signal: request.signal,
  });
  return answer.kind === 'answered' ? passOn(answer) : answer;
};
