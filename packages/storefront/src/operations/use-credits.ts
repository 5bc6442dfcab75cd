import { ACCOUNT_BOUNDS } from '@genvoris/contract';
import type { UseCreditsResponse } from '@genvoris/contract/types/storefront';
import { toAnswer } from '../exchange/failure.ts';
import { readBytes } from './json-body.ts';
import type { OperationHandler } from './operation.ts';

/** `POST /credits/use`: holds a try-on for the shopper's next call of `/proxy/api/tryon`, which takes it over. */
export const useCredits: OperationHandler = async (exchange, { uploadGraceMs }) => {
  const { request, route, shopper, requestId, entitlements } = exchange;
  // Nothing is read of a body; one that is too large is refused as everywhere.
  const read = await readBytes(request, route.bodyLimit, uploadGraceMs);
  if (read.kind !== 'bytes') return read;
  const given = request.header('idempotency-key') ?? '';
  if (given.length > ACCOUNT_BOUNDS.creditsKey)
    return {
      kind: 'invalid_request',
      detail: `Idempotency-Key has over ${ACCOUNT_BOUNDS.creditsKey} characters.`,
    };
  // Whoever sends no key means another try-on each time. Ours are told apart from theirs.
  const key = given === '' ? `request ${requestId}` : `given ${given}`;
  const held = await (await entitlements()).reserve(shopper, { requestId, key });
  if (held.kind !== 'reserved') return held;
  return toAnswer({ remaining: held.remaining } satisfies UseCreditsResponse);
};
