import {
  type Call,
  operation,
  PROVIDER_OPERATIONS,
  type ProviderOperationId,
  takesKey,
} from '../calls/call.ts';
import { type ProviderCell, stateCell } from '../cells/provider-cell.ts';
import {
  makeConversion,
  makeCustomer,
  makeEndpoint,
  makePlan,
  makeReturn,
  makeShopper,
  makeVisit,
  usageOf,
} from '../fixtures/fixtures.ts';
import { trackCall, validCall } from '../fixtures/valid-call.ts';
import type { Caller, ProviderHarness } from '../harness/harness.ts';

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
  return stateCell(`${operationId}.isolation`, 'with the ids of another store', async (harness, assert) => {
    const key = harness.secondKey();
    const call = await validCall(harness, operationId);
    const before = await snapshot(harness, call);
    const found = await harness.send({ ...call, key });
    assert.refused(found, 404, 'not_found', 'a second store finds what is the first’s');
    assert.equal(await snapshot(harness, call), before, 'a second store changed what is the first’s');
  });
}

/** All that the first store can read of the resource. */
async function snapshot(harness: ProviderHarness, { operationId, params = {} }: Call): Promise<unknown> {
  const { path } = operation(operationId);
  const id = { id: params.id ?? '' };
  const reads: ProviderOperationId[] = path.startsWith('/api/v1/plans')
    ? ['getPlan']
    : path.startsWith('/api/v1/customers')
      ? ['getCustomer', 'getCustomerUsage', 'listSessions']
      : ['getWebhookEndpoint', 'listWebhookDeliveries'];
  const found: unknown[] = [];
  for (const read of reads) found.push(await harness.read(read, id));
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
    stateCell(
      'createWebhookEndpoint.isolation',
      'an endpoint of the second store',
      async (harness, assert) => {
        const { id } = await makeEndpoint(harness, {}, { key: harness.secondKey() });
        const reply = await harness.send('getWebhookEndpoint', { id });
        assert.refused(reply, 404, 'not_found', 'the first store finds what is the second’s');
      },
    ),
  trackEvents: () =>
    stateCell('trackEvents.isolation', 'one sessionId in two stores', async (harness, assert) => {
      const sessionId = await makeVisit(harness, ['WIDGET_OPENED']);
      await makeVisit(harness, ['TRYON_GENERATED'], { sessionId }, { key: harness.secondKey() });
      const order = await makeConversion(harness, { sessionId });
      assert.equal(order.attributedFromTryOn, false, 'a try-on of the second store is the first’s');
    }),
  createConversion: () =>
    stateCell(
      'createConversion.isolation',
      'one order of one visit in two stores',
      async (harness, assert) => {
        const sessionId = await makeVisit(harness, ['TRYON_GENERATED']);
        const orderId = harness.fresh('order_');
        const mine = await makeConversion(harness, { orderId, sessionId });
        const theirs = await makeConversion(harness, { orderId, sessionId }, { key: harness.secondKey() });
        const found = [mine.attributedFromTryOn, theirs.attributedFromTryOn];
        assert.equal(found, [true, false], 'a try-on of the first store is the second’s');
        assert.that(
          theirs.deduped === undefined,
          'an order of another store is in the way',
          'no deduped',
          true,
        );
        assert.that(theirs.id !== mine.id, 'two stores share an order', 'two ids', theirs.id);
      },
    ),
  createReturn: () =>
    stateCell(
      'createReturn.isolation',
      'a return for the order of another store',
      async (harness, assert) => {
        const orderId = harness.fresh('order_');
        await makeConversion(harness, { orderId });
        const theirs = await makeReturn(harness, { orderId }, { key: harness.secondKey() });
        assert.equal(theirs.conversionEventId, null, 'a second store finds what is the first’s');
      },
    ),
  getStatus: () =>
    stateCell(
      'getStatus.isolation',
      'the first store’s status while the second is debited',
      async (harness, assert) => {
        const key = harness.secondKey();
        const before = await harness.read('getStatus');
        const { externalId } = await harness.read('getStatus', {}, { key });
        assert.that(before.externalId !== externalId, 'two stores are one', 'two externalIds', externalId);
        await harness.must({ ...trackCall(harness), key });
        const after = await harness.read('getStatus');
        assert.equal(after, before, 'a debit of the second store changed the first’s status');
      },
    ),
  trackTryon: () =>
    foreignToken('trackTryon', async (harness, token, key) => ({ ...trackCall(harness, token), key })),
  generateTryon: () =>
    foreignToken('generateTryon', async (harness, token, key) => ({
      ...(await validCall(harness, 'generateTryon', { key })),
      headers: { 'X-End-Customer-Token': token },
      key,
    })),
  analyzePhoto: () =>
    stateCell(
      'analyzePhoto.isolation',
      'the first store’s credits while the second analyses',
      async (harness, assert) => {
        const key = harness.secondKey();
        const before = await harness.read('getStatus');
        await harness.must({ ...(await validCall(harness, 'analyzePhoto')), key });
        const after = await harness.read('getStatus');
        assert.equal(after, before, 'an analysis of the second store changed the first’s status');
      },
    ),
};

function listed(operationId: ProviderOperationId, make: typeof makePlan): ProviderCell {
  return stateCell(`${operationId}.isolation`, 'the lists of two stores', async (harness, assert) => {
    const key = harness.secondKey();
    const [mine, theirs] = [await make(harness), await make(harness, {}, { key })];
    const whole = operationId === 'listWebhookEndpoints' ? {} : { query: { limit: '200' } };
    const ids = async (by: Caller) =>
      (await harness.read(operationId, {}, { ...whole, ...by })).data.map((one: { id: string }) => one.id);
    const [first, second] = [await ids({}), await ids({ key })];
    const firstOwn = first.includes(mine.id) && !first.includes(theirs.id);
    assert.that(firstOwn, 'the first store’s list is not of its own', mine.id);
    const secondOwn = second.includes(theirs.id) && !second.includes(mine.id);
    assert.that(secondOwn, 'the second store’s list is not of its own', theirs.id);
  });
}

function upserted(
  operationId: 'createPlan' | 'upsertCustomer',
  readId: ProviderOperationId,
  theirs: Record<string, unknown>,
): ProviderCell {
  return stateCell(`${operationId}.isolation`, 'one externalId in two stores', async (harness, assert) => {
    const key = harness.secondKey();
    const externalId = harness.fresh('wp_');
    const mine =
      operationId === 'createPlan'
        ? await makePlan(harness, { externalId })
        : await makeCustomer(harness, { externalId });
    const reply = await harness.send(operationId, {}, { body: { json: { externalId, ...theirs } }, key });
    assert.status(reply, 201, 'an externalId of another store is in the way');
    assert.that(reply.body?.id !== mine.id, 'two stores share one', 'two ids', mine.id);
    const read = await harness.read(readId, { id: mine.id });
    assert.equal(read, mine, 'the second store changed what is the first’s');
  });
}

function foreignToken(
  operationId: ProviderOperationId,
  callOf: (harness: ProviderHarness, token: string, key: string) => Promise<Call>,
): ProviderCell {
  return stateCell(
    `${operationId}.isolation`,
    'the second store’s key with the first one’s session',
    async (harness, assert) => {
      const key = harness.secondKey();
      const { id, token } = await makeShopper(harness, 5);
      const reply = await harness.send(await callOf(harness, token, key));
      assert.refused(reply, 403, 'token_store_mismatch', 'a session of another store is taken');
      const { used } = (await usageOf(harness, id)).current;
      assert.equal(used, 0, 'the first store’s shopper was debited by the second');
    },
  );
}

/** An operation that nobody has said for what isolation means fails, so that it is said. */
function missing(operationId: ProviderOperationId): ProviderCell {
  return stateCell(
    `${operationId}.isolation`,
    'nobody has said what isolation means for this operation',
    async (_stage, assert) => {
      assert.that(false, 'the run does not know how to show isolation of this operation');
    },
  );
}
