import { OPERATIONS, type OperationId } from '@genvoris/contract';
import type { StorefrontOptions, StorefrontRequest } from '@genvoris/storefront';
import { UPSTREAM_URL } from '../report-process.ts';
import { API_KEY, SHOP_ORIGIN, SHOPPER_HEADER } from '../workload.ts';

const HIGH = { limit: 1_000_000_000, windowSeconds: 60 };

/** Every guard on; the limits are counted and never reached. */
export function guarded<Host>(): StorefrontOptions<Host> {
  const storefrontOperations = (Object.keys(OPERATIONS) as OperationId[]).filter(
    (operationId) => OPERATIONS[operationId].spec === 'storefront',
  );
  return {
    apiKey: API_KEY,
    shopOrigin: SHOP_ORIGIN,
    backendUrl: UPSTREAM_URL,
    portalUrl: UPSTREAM_URL,
    trustedProxies: 1,
    rateLimits: Object.fromEntries(storefrontOperations.map((operationId) => [operationId, HIGH])),
    identify: (request: StorefrontRequest<Host>) => ({ id: request.header(SHOPPER_HEADER) ?? '' }),
    onError: (failure) => process.stderr.write(`${JSON.stringify(failure)}\n`),
  };
}
