import type { Operation } from '@genvoris/contract';
import { exchangeConnectCode } from '@genvoris/contract/operations/connect';
import { getStatus } from '@genvoris/contract/operations/status';
import { analyzePhoto, generateTryon } from '@genvoris/contract/operations/tryon';
import {
  createConversion,
  createPlan,
  createReturn,
  createSession,
  trackEvents,
  upsertCustomer,
} from '@genvoris/contract/operations/v1';

/** The upstream operations this package calls: a closed list, each at one constant address. */
const UPSTREAM_OPERATIONS = {
  getStatus,
  upsertCustomer,
  createSession,
  createPlan,
  trackEvents,
  createConversion,
  createReturn,
  analyzePhoto,
  generateTryon,
  exchangeConnectCode,
} as const;

export type UpstreamOperationId = keyof typeof UPSTREAM_OPERATIONS;

export interface Endpoint {
  readonly operationId: UpstreamOperationId;
  readonly method: string;
  /** Absolute; `{id}` and the like are still in it. */
  readonly url: string;
  readonly maxBytes: number;
  /** Whether it takes a client's body as that arrives. */
  readonly uploads: boolean;
  /** Whether it is called without the store's key. */
  readonly anonymous: boolean;
  readonly timeoutMs: number;
  /** Media types by documented status. */
  readonly mediaTypes: ReadonlyMap<number, string>;
}

export type Endpoints = { readonly [operationId in UpstreamOperationId]: Endpoint };

const AT_THE_PORTAL: ReadonlySet<string> = new Set(['v1', 'connect']);
const FALLBACK_RESPONSE_LIMIT = 65_536;

export function createEndpoints(settings: {
  backendUrl: string;
  portalUrl: string;
  timeoutMs: number;
  proxyTimeoutMs: number;
}): Endpoints {
  const entries = Object.entries<Operation>(UPSTREAM_OPERATIONS).map(
    ([name, operation]): [string, Endpoint] => {
      const base = AT_THE_PORTAL.has(operation.spec) ? settings.portalUrl : settings.backendUrl;
      const mediaTypes = new Map<number, string>();
      for (const [status, { mediaType }] of Object.entries(operation.responses))
        if (mediaType !== undefined) mediaTypes.set(Number(status), mediaType);
      return [
        name,
        {
          operationId: name as UpstreamOperationId,
          method: operation.method,
          url: base + operation.path,
          maxBytes: operation.responseLimit ?? FALLBACK_RESPONSE_LIMIT,
          uploads: operation.spec === 'tryon',
          anonymous: operation.security.length === 0,
          timeoutMs: operation.spec === 'tryon' ? settings.proxyTimeoutMs : settings.timeoutMs,
          mediaTypes,
        },
      ];
    },
  );
  return Object.fromEntries(entries) as Endpoints;
}
