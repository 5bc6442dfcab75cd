import { OPERATIONS, type Operation } from '@genvoris/contract';
import { validateResponse } from '@genvoris/contract/validators';
import type { PortalOperationId } from '../../src/api/operations/define.ts';
import type { NewStore } from '../../src/domain/stores/create-store.ts';
import { MovableClock } from '../../src/foundation/clock.ts';
import { createLog } from '../../src/foundation/log.ts';
import { type Config, readConfig } from '../../src/runtime/config.ts';
import { createPortalOn, type Portal } from '../../src/runtime/portal.ts';
import type { Database } from '../../src/storage/database.ts';
import { type PortalServer, servePortal } from '../../src/surfaces/server/server.ts';
import { type AddedStore, addStore } from './add-store.ts';

export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of an answer
  readonly body: any;
  readonly headers: Headers;
}

export interface CallOptions {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestStore extends AddedStore {
  call(operationId: PortalOperationId, options?: CallOptions): Promise<Reply>;
  /** A plan, a customer on it, and a session token of the customer. */
  shopper(monthlyTryOns: number): Promise<{ id: string; externalId: string; planId: string; token: string }>;
  track(options?: TrackOptions): Promise<Reply>;
}

export interface TrackOptions {
  readonly token?: string;
  readonly success?: boolean;
  readonly origin?: string;
  readonly idempotencyKey?: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly secret?: string;
}

export interface TestPortal {
  readonly portal: Portal;
  readonly server: PortalServer;
  readonly clock: MovableClock;
  store(wanted?: Partial<NewStore> & { credits?: number; allowedDomains?: string[] }): Promise<TestStore>;
  call(operationId: PortalOperationId, options?: CallOptions): Promise<Reply>;
  close(): Promise<void>;
}

const INTERNAL_SECRET = 'an internal secret of the tests';

// Where the database is does not matter: the portal gets it opened.
const CONFIG = readConfig({
  PORT: '0',
  GENVORIS_SECRET: 'a secret of the tests, at least 32 bytes long',
  GENVORIS_INTERNAL_SECRET: INTERNAL_SECRET,
  GENVORIS_RATE_LIMIT_SCALE: '0',
  GENVORIS_FAILED_AUTHENTICATIONS: '0',
  LOG_LEVEL: 'silent',
});

/** A portal on real HTTP whose every answer is held against the contract. */
export async function startTestPortal(database: Database, config: Partial<Config> = {}): Promise<TestPortal> {
  const clock = new MovableClock();
  // Others use the database after this portal; closing is up to its opener.
  const shared = { ...database, close: async () => {} };
  const all = { ...CONFIG, ...config };
  const portal = await createPortalOn(shared, { config: all, log: createLog(all.logLevel), clock });
  // A test says itself when webhooks are sent, by `portal.webhooks.drain()`.
  const server = await servePortal(portal, { workers: false });
  const call = (operationId: PortalOperationId, options: CallOptions = {}) =>
    callOperation(server.url, operationId, options);
  let stores = 0;
  return {
    portal,
    server,
    clock,
    call,
    async store(wanted = {}) {
      stores += 1;
      return toTestStore(
        call,
        await addStore(portal.db, { name: `Store ${stores}`, ...wanted }, clock.now()),
      );
    },
    close: () => server.close(),
  };
}

function toTestStore(
  call: (operationId: PortalOperationId, options?: CallOptions) => Promise<Reply>,
  identity: AddedStore,
): TestStore {
  const own: TestStore['call'] = (operationId, options = {}) =>
    call(operationId, {
      ...options,
      headers: { authorization: `Bearer ${identity.key}`, ...options.headers },
    });
  let shoppers = 0;
  return {
    ...identity,
    call: own,
    async shopper(monthlyTryOns) {
      shoppers += 1;
      const externalId = `wp_${shoppers}`;
      const plan = await own('createPlan', { body: { name: `Plan ${shoppers}`, monthlyTryOns } });
      const customer = await own('upsertCustomer', { body: { externalId, planId: plan.body.id } });
      const session = await own('createSession', { params: { id: externalId } });
      return { id: customer.body.id, externalId, planId: plan.body.id, token: session.body.token };
    },
    track: ({ token, success = true, origin, idempotencyKey, body, secret = INTERNAL_SECRET } = {}) =>
      call('trackTryon', {
        headers: {
          'x-internal-secret': secret,
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        },
        body: {
          api_key: identity.key,
          product_type: 'apparel',
          variation_count: 4,
          generation_time_ms: 1820,
          success,
          ...(origin === undefined ? {} : { origin }),
          ...(token === undefined ? {} : { end_customer_token: token }),
          ...body,
        },
      }),
  };
}

/** Sends what an operation takes, whatever the answer. */
export function sendOperation(
  base: string,
  operationId: PortalOperationId,
  { params = {}, query = {}, body, headers = {} }: CallOptions,
): Promise<Response> {
  const { method, path }: Operation = OPERATIONS[operationId];
  const filled = path.replace(/\{([^}]+)\}/g, (_, name) => encodeURIComponent(params[name] ?? ''));
  const url = `${base}${filled}${Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ''}`;
  const isForm = body instanceof FormData;
  return fetch(url, {
    method,
    headers: { ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? null : typeof body === 'string' || isForm ? body : JSON.stringify(body),
  });
}

async function callOperation(
  base: string,
  operationId: PortalOperationId,
  options: CallOptions,
): Promise<Reply> {
  const response = await sendOperation(base, operationId, options);
  const text = await response.text();
  const parsed: unknown = text === '' ? undefined : JSON.parse(text);
  holdToContract(OPERATIONS[operationId], response, parsed);
  return { status: response.status, body: parsed, headers: response.headers };
}

function holdToContract(operation: Operation, response: Response, body: unknown): void {
  const { operationId } = operation as { operationId: PortalOperationId };
  const documented = operation.responses[response.status];
  if (!documented)
    throw new Error(`${operationId} does not document ${response.status}: ${JSON.stringify(body)}`);
  for (const name of documented.headers) {
    if (!response.headers.has(name)) throw new Error(`${operationId} ${response.status} lacks ${name}`);
  }
  const result = validateResponse(operationId, response.status, body);
  if (!result.ok) {
    throw new Error(
      `${operationId} ${response.status}: ${JSON.stringify(result.errors)} in ${JSON.stringify(body)}`,
    );
  }
}
