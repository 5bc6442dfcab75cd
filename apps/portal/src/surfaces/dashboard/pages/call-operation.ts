import { OPERATIONS } from '@genvoris/contract';
import type {
  Answer,
  Call,
  Definition,
  PortalOperationId,
  RequestBody,
} from '../../../api/operations/define.ts';
import { requireValid } from '../../../api/serve-operation.ts';
import type { PageContext } from '../request/page-context.ts';

/**
 * Does an operation of the contract as the merchant who is signed in, in this process: the dashboard has no
 * rules of its own about plans, customers or webhooks. @throws ApiError
 */
export async function callOperation<Id extends PortalOperationId>(
  { portal, storeId, now }: PageContext,
  definition: Definition<Id>,
  { params = {}, body }: { params?: Readonly<Record<string, string>>; body?: RequestBody<Id> } = {},
): Promise<Answer<Id>> {
  requireValid(definition as never, OPERATIONS[definition.operationId], body);
  await definition.prepare?.(portal);
  const call: Omit<Call<Id>, 'db'> = {
    portal,
    // A suspended store is closed to its keys, not to its merchant.
    store: { storeId, storeStatus: 'ACTIVE', keyId: '', keyRevision: 0, allowedDomains: [] },
    params,
    query: new URLSearchParams(),
    body: body as RequestBody<Id>,
    now,
    request: {
      id: '',
      hash: '',
      idempotencyKey: undefined,
      headers: new Headers(),
      bytes: Buffer.alloc(0),
      stream: async function* () {},
      signal: new AbortController().signal,
      apiKey: '',
      address: '',
    },
  };
  return portal.db.transaction().execute((db) => definition.handle({ ...call, db }));
}
