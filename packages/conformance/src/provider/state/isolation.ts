import { trackCall } from '../answers/refusals.ts';
import { type Call, operation, PROVIDER_OPERATIONS, type ProviderOperationId, takesKey } from '../call.ts';
import { makeCustomer, makeEndpoint, makePlan, makeShopper } from '../fixtures.ts';
import { type ProviderCell, stateCell } from '../provider-cell.ts';
import { soundCall } from '../sound-call.ts';
import type { ProviderStage } from '../stage.ts';

/** For every operation: what a second store can do with what is the first's. */
export function isolationCells(): ProviderCell[] {
  return PROVIDER_OPERATIONS.filter(takesKey).map((operationId) =>
    operation(operationId).path.includes('{id}')
      ? byId(operationId)
      : (OTHERS[operationId]?.() ?? missing(operationId)),
  );
}

/** An id of the first store's is nothing to the second, and stays as it was. */
function byId(operationId: ProviderOperationId): ProviderCell {
  return stateCell({
    operationId,
    title: 'with the ids of another store',
    rule: 'isolation',
    async drive(stage, claims) {
      const key = stage.secondKey();
      const call = await soundCall(stage, operationId);
      const before = await snapshot(stage, call);
      claims.refused(
        await stage.send({ ...call, key }),
        404,
        ['not_found'],
        'a second store finds what is the first’s',
      );
      claims.equal(await snapshot(stage, call), before, 'a second store changed what is the first’s');
    },
  });
}

/** All that the first store can read of the resource. */
async function snapshot(stage: ProviderStage, { operationId, params = {} }: Call): Promise<unknown> {
  const { path } = operation(operationId);
  const id = { id: params.id ?? '' };
  const reads: ProviderOperationId[] = path.startsWith('/api/v1/plans')
    ? ['getPlan']
    : path.startsWith('/api/v1/customers')
      ? ['getCustomer', 'getCustomerUsage', 'listSessions']
      : ['getWebhookEndpoint', 'listWebhookDeliveries'];
  const found: unknown[] = [];
  for (const read of reads) found.push((await stage.must({ operationId: read, params: id })).body);
  return found;
}

/** The operations without an id in their path. */
const OTHERS: Partial<Record<ProviderOperationId, () => ProviderCell>> = {
  listPlans: () => listed('listPlans', makePlan),
  listCustomers: () => listed('listCustomers', makeCustomer),
  listWebhookEndpoints: () => listed('listWebhookEndpoints', makeEndpoint),
  createPlan: () => upserted('createPlan', 'getPlan', { monthlyTryOns: 3, name: 'Theirs' }),
  upsertCustomer: () => upserted('upsertCustomer', 'getCustomer', { email: 'theirs@shop.example' }),
  createWebhookEndpoint: () =>
    stateCell({
      operationId: 'createWebhookEndpoint',
      title: 'an endpoint of the second store',
      rule: 'isolation',
      async drive(stage, claims) {
        const { id } = await makeEndpoint(stage, {}, { key: stage.secondKey() });
        const reply = await stage.send({ operationId: 'getWebhookEndpoint', params: { id } });
        claims.refused(reply, 404, ['not_found'], 'the first store finds what is the second’s');
      },
    }),
  getStatus: () =>
    stateCell({
      operationId: 'getStatus',
      title: 'the first store’s status while the second is debited',
      rule: 'isolation',
      async drive(stage, claims) {
        const key = stage.secondKey();
        const before = (await stage.must({ operationId: 'getStatus' })).body;
        const theirs = (await stage.must({ operationId: 'getStatus', key })).body;
        claims.that(
          before.externalId !== theirs.externalId,
          'two stores are one',
          'two externalIds',
          theirs.externalId,
        );
        await stage.must({ ...trackCall(stage), key });
        const after = (await stage.must({ operationId: 'getStatus' })).body;
        claims.equal(after, before, 'a debit of the second store changed the first’s status');
      },
    }),
  trackTryon: () =>
    foreignToken('trackTryon', async (stage, token, key) => ({ ...trackCall(stage, token), key })),
  generateTryon: () =>
    foreignToken('generateTryon', async (stage, token, key) => ({
      ...(await soundCall(stage, 'generateTryon', { key })),
      headers: { 'X-End-Customer-Token': token },
      key,
    })),
  analyzePhoto: () =>
    stateCell({
      operationId: 'analyzePhoto',
      title: 'the first store’s credits while the second analyses',
      rule: 'isolation',
      async drive(stage, claims) {
        const key = stage.secondKey();
        const before = (await stage.must({ operationId: 'getStatus' })).body;
        await stage.must({ ...(await soundCall(stage, 'analyzePhoto')), key });
        claims.equal(
          (await stage.must({ operationId: 'getStatus' })).body,
          before,
          'an analysis of the second store changed the first’s status',
        );
      },
    }),
};

function listed(operationId: ProviderOperationId, make: typeof makePlan): ProviderCell {
  return stateCell({
    operationId,
    title: 'the lists of two stores',
    rule: 'isolation',
    async drive(stage, claims) {
      const key = stage.secondKey();
      const [mine, theirs] = [await make(stage), await make(stage, {}, { key })];
      const ids = async (by: { key?: string }) =>
        (
          await stage.must({
            operationId,
            ...(operationId !== 'listWebhookEndpoints' && { query: { limit: '200' } }),
            ...by,
          })
        ).body.data.map((one: { id: string }) => one.id);
      const [first, second] = [await ids({}), await ids({ key })];
      claims.that(
        first.includes(mine.id) && !first.includes(theirs.id),
        'the first store’s list is not of its own',
        mine.id,
      );
      claims.that(
        second.includes(theirs.id) && !second.includes(mine.id),
        'the second store’s list is not of its own',
        theirs.id,
      );
    },
  });
}

function upserted(
  operationId: 'createPlan' | 'upsertCustomer',
  read: ProviderOperationId,
  theirs: Record<string, unknown>,
): ProviderCell {
  return stateCell({
    operationId,
    title: 'one externalId in two stores',
    rule: 'isolation',
    async drive(stage, claims) {
      const key = stage.secondKey();
      const externalId = stage.fresh('wp_');
      const mine =
        operationId === 'createPlan'
          ? await makePlan(stage, { externalId })
          : await makeCustomer(stage, { externalId });
      const reply = await stage.send({ operationId, body: { json: { externalId, ...theirs } }, key });
      claims.status(reply, 201, 'an externalId of another store is in the way');
      claims.that(reply.body?.id !== mine.id, 'two stores share one', 'two ids', mine.id);
      claims.equal(
        (await stage.must({ operationId: read, params: { id: mine.id } })).body,
        mine,
        'the second store changed what is the first’s',
      );
    },
  });
}

function foreignToken(
  operationId: ProviderOperationId,
  callOf: (stage: ProviderStage, token: string, key: string) => Promise<Call>,
): ProviderCell {
  return stateCell({
    operationId,
    title: 'the second store’s key with the first one’s session',
    rule: 'isolation',
    async drive(stage, claims) {
      const key = stage.secondKey();
      const { id, token } = await makeShopper(stage, 5);
      const reply = await stage.send(await callOf(stage, token, key));
      claims.refused(reply, 403, ['token_store_mismatch'], 'a session of another store is taken');
      const usage = await stage.must({ operationId: 'getCustomerUsage', params: { id } });
      claims.equal(usage.body.data.current.used, 0, 'the first store’s shopper was debited by the second');
    },
  });
}

/** An operation that nobody has said for what isolation means fails, so that it is said. */
function missing(operationId: ProviderOperationId): ProviderCell {
  return stateCell({
    operationId,
    title: 'nobody has said what isolation means for this operation',
    rule: 'isolation',
    async drive(_stage, claims) {
      claims.that(false, 'the run does not know how to show isolation of this operation');
    },
  });
}
