import { createHash } from 'node:crypto';
import { isStorable, OPERATIONS, type Operation } from '@genvoris/contract';
import { validateRequest } from '@genvoris/contract/validators';
import { clientAddress } from '@genvoris/http';
import { findKey, hashKey, type StoreIdentity } from '../domain/stores/api-key.ts';
import { ApiError } from '../foundation/api-error.ts';
import type { WireAnswer } from './http/answer.ts';
import { presentedKey, requireInternalSecret, takesKey } from './http/caller.ts';
import { requireDocumentedQuery } from './http/documented-query.ts';
import { once, readIdempotencyKey } from './http/idempotency.ts';
import { parseJsonBody, readBody, streamBody } from './http/read-body.ts';
import type { Call, Definition, PortalOperationId } from './operations/define.ts';
import type { Services } from './operations/services.ts';

/** One request, as far as the server has read it. */
export interface Received {
  readonly request: Request;
  readonly requestId: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly peer: string | undefined;
}

export interface Served extends WireAnswer {
  readonly storeId: string | undefined;
}

// Of an operation that documents no body: what is sent anyway is read up to here and ignored.
const UNDOCUMENTED_BODY = 16_384;
/** The "store" of an operation that needs no key. */
const NOBODY: StoreIdentity = {
  storeId: '',
  storeStatus: 'ACTIVE',
  keyId: '',
  keyRevision: 0,
  allowedDomains: [],
};

/**
 * Takes a request through what every operation shares: failures of its address, secret, rate limit, key, account,
 * query, body, schema, transaction, idempotency. @throws ApiError
 */
export async function serveOperation<Id extends PortalOperationId>(
  portal: Services,
  definition: Definition<Id>,
  received: Received,
): Promise<Served> {
  const address = clientAddress(
    received.peer,
    received.request.headers.get('x-forwarded-for'),
    portal.config.trustedProxies,
  );
  const serve = () => serveCaller(portal, definition, received, address);
  return takesKey(OPERATIONS[definition.operationId])
    ? portal.failedAuthentications.guard(address, serve)
    : serve();
}

async function serveCaller<Id extends PortalOperationId>(
  portal: Services,
  definition: Definition<Id>,
  received: Received,
  address: string,
): Promise<Served> {
  const operation: Operation = OPERATIONS[definition.operationId];
  const { request, query, params } = received;
  const schemes = operation.security.flat();
  if (schemes.includes('InternalSecret')) requireInternalSecret(request, portal.internalSecret);

  const key = presentedKey(operation, request, query);
  const keyHash = key === undefined ? undefined : hashKey(key);
  const keyInBody = schemes.includes('InternalSecret');
  const counting = keyInBody ? {} : portal.rateLimits.take(operation, { keyHash, address });
  const needsKey = !keyInBody && takesKey(operation);
  const finding = needsKey ? requireStore(portal, keyHash, definition.servesSuspended) : NOBODY;
  // Asked together, and answered in the order of the checks.
  await Promise.allSettled([counting, finding]);
  let headers = await counting;
  const store = await finding;

  requireDocumentedQuery(operation, query);
  // No id has such letters, and the database does not take them.
  if (!Object.values(params).every(isStorable)) throw new ApiError('not_found');

  const limit = operation.bodyLimit ?? UNDOCUMENTED_BODY;
  const bytes = definition.streams ? Buffer.alloc(0) : await readBody(request, limit);
  const form = operation.request?.mediaTypes.every((type) => type !== 'application/json') ?? false;
  const body =
    operation.request && !form ? parseJsonBody(bytes, request.headers.get('content-type')) : undefined;
  if (!form) requireValid(definition, operation, body);
  if (keyInBody) {
    const inBody = (body as { api_key?: unknown } | undefined)?.api_key;
    headers = await portal.rateLimits.take(operation, { keyHash: hashKey(String(inBody)), address });
  }

  const now = portal.clock.now();
  const idempotencyKey = operation.method === 'POST' ? readIdempotencyKey(request.headers) : undefined;
  const call = {
    portal,
    store,
    params,
    query,
    body,
    now,
    request: {
      id: received.requestId,
      hash: idempotencyKey === undefined ? '' : requestHash(operation, params, bytes),
      idempotencyKey,
      headers: request.headers,
      bytes,
      stream: () => streamBody(request, limit),
      signal: request.signal,
      apiKey: key ?? '',
      address,
    },
  } as unknown as Omit<Call<Id>, 'db'>;
  await definition.prepare?.(portal);
  const answer = await perform(portal, definition, call);
  return { ...answer, headers: { ...headers, ...answer.headers }, storeId: store.storeId || undefined };
}

async function perform<Id extends PortalOperationId>(
  portal: Services,
  definition: Definition<Id>,
  call: Omit<Call<Id>, 'db'>,
): Promise<WireAnswer> {
  if (definition.work !== 'transaction') return definition.handle({ ...call, db: portal.db } as Call<Id>);
  return portal.db.transaction().execute(async (db) => {
    const handle = () => definition.handle({ ...call, db } as Call<Id>);
    const { idempotencyKey, hash } = call.request;
    if (idempotencyKey === undefined) return handle();
    const { storeId } = call.store;
    const repeatable = { storeId, key: idempotencyKey, hash, secret: definition.secretAnswer, now: call.now };
    return once(db, portal.vault, repeatable, handle);
  });
}

async function requireStore(
  portal: Services,
  keyHash: string | undefined,
  servesSuspended: boolean,
): Promise<StoreIdentity> {
  if (keyHash === undefined) throw new ApiError('unauthorized');
  const store = await findKey(portal.db, keyHash);
  if (!store) throw new ApiError('invalid_key');
  if (store.storeStatus === 'SUSPENDED' && !servesSuspended) throw new ApiError('account_inactive');
  return store;
}

/** @throws ApiError `invalid_body` and others, if the body is not what the operation takes. */
export function requireValid(
  { operationId, inspect }: Pick<Definition<PortalOperationId>, 'operationId' | 'inspect'>,
  operation: Operation,
  body: unknown,
): void {
  const special = inspect?.(body);
  if (special) throw special;
  if (!operation.request) return;
  const result = validateRequest(operationId, body);
  if (result.ok) return;
  const fieldErrors: Record<string, string[]> = {};
  for (const { path, message } of result.errors) {
    const known = fieldErrors[path] ?? [];
    known.push(message);
    fieldErrors[path] = known;
  }
  throw new ApiError('invalid_body', { fieldErrors });
}

function requestHash(operation: Operation, params: Readonly<Record<string, string>>, body: Buffer): string {
  return createHash('sha256')
    .update(JSON.stringify([operation.operationId, params]))
    .update(body)
    .digest('hex');
}
