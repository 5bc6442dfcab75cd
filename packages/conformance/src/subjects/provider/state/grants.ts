import { type ProviderCell, stateCell } from '../cells/provider-cell.ts';
import { makeCustomer, makeGrant, makeSession, makeShopper, usageOf } from '../fixtures/fixtures.ts';
import { trackCall, tryOn } from '../fixtures/valid-call.ts';
import type { ProviderHarness } from '../harness/harness.ts';

const DAY_MS = 86_400_000;

async function remaining(harness: ProviderHarness, id: string): Promise<number> {
  return (await usageOf(harness, id)).current.remaining;
}

function grantCall(id: string, orderId: string, amount: number) {
  return { operationId: 'createGrant', params: { id }, body: { json: { orderId, amount } } } as const;
}

export const GRANT_CELLS: readonly ProviderCell[] = [
  stateCell('createGrant.once-per-order', 'one order twice, then a second order', async (harness, assert) => {
    const { id } = await makeCustomer(harness);
    const orderId = harness.fresh('order_');
    assert.status(await harness.send(grantCall(id, orderId, 5)), 201, 'a new order is not granted');
    for (const amount of [5, 50]) {
      const again = await harness.send(grantCall(id, orderId, amount));
      assert.status(again, 200, 'a repeated order is not answered 200');
      assert.equal(again.body?.amount, 5, 'a repeated order changed its grant');
    }
    assert.equal(await remaining(harness, id), 5, 'a repeated order was granted again');
    const second = await harness.send(grantCall(id, harness.fresh('order_'), 3));
    assert.status(second, 201, 'a second order is not granted');
    assert.equal(await remaining(harness, id), 8, 'a second order does not add');
    const { id: other } = await makeCustomer(harness);
    const taken = await harness.send(grantCall(other, orderId, 5));
    assert.refused(taken, 422, 'idempotency_conflict', 'one order is granted to two customers');
    assert.equal(await remaining(harness, other), 0, 'one order is granted to two customers');
  }),
  stateCell(
    'createGrant.once-per-order.at-once',
    'one order eight times at once',
    async (harness, assert) => {
      const { id } = await makeCustomer(harness);
      const orderId = harness.fresh('order_');
      const replies = await Promise.all(
        Array.from({ length: 8 }, () => harness.send(grantCall(id, orderId, 5))),
      );
      const granted = replies.filter(({ status }) => status === 201).length;
      assert.equal(granted, 1, 'of requests for one order that come at once not exactly one grants');
      assert.equal(await remaining(harness, id), 5, 'one order was granted more than once');
    },
  ),
  stateCell(
    'createGrant.spending-order',
    'a small plan, a grant that expires late and one that expires soon',
    async (harness, assert) => {
      const { id, token } = await makeShopper(harness, 1);
      const at = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
      const lasting = await makeGrant(harness, id, { amount: 1, expiresAt: null });
      const late = await makeGrant(harness, id, { amount: 1, expiresAt: at(60) });
      const soon = await makeGrant(harness, id, { amount: 1, expiresAt: at(2) });
      const spentOf = async ({ orderId, amount }: { orderId: string; amount: number }) =>
        (await harness.read(grantCall(id, orderId, amount))).spent;
      const expected = [
        [0, 0, 0],
        [1, 0, 0],
        [1, 1, 0],
        [1, 1, 1],
      ];
      for (const [count, spent] of expected.entries()) {
        const body = await harness.read(trackCall(harness, token));
        assert.equal(body.end_customer_quota?.remaining, 3 - count, 'what is left does not count grants');
        const found = [await spentOf(soon), await spentOf(late), await spentOf(lasting)];
        const sentence = `try-on ${count + 1} is not charged where it should be (soon, late, lasting)`;
        assert.equal(found, spent, sentence);
      }
      const more = await tryOn(harness, token);
      assert.refused(more, 402, 'end_customer_quota.quota_exhausted', 'more is spent than was granted');
    },
  ),
  stateCell('createGrant.effect', 'a grant beside a plan', async (harness, assert) => {
    const { id, planId } = await makeShopper(harness, 2);
    const before = await harness.read('getCustomer', { id });
    const grant = await makeGrant(harness, id, { amount: 4 });
    const made = [grant.customerId, grant.spent, grant.remaining, grant.revokedAt, grant.expiresAt];
    assert.equal(made, [id, 0, 4, null, null], 'a new grant is not as documented');
    const after = await harness.read('getCustomer', { id });
    const kept = [after.planId, after.periodStart];
    assert.equal(kept, [planId, before.periodStart], 'granting touched plan or period');
    assert.equal(await remaining(harness, id), 6, 'what is left does not count the grant');
  }),
  stateCell('revokeGrant.effect', 'a grant of which one is spent', async (harness, assert) => {
    const { id } = await makeCustomer(harness);
    const { orderId } = await makeGrant(harness, id, { amount: 3 });
    const { token } = await makeSession(harness, id);
    await harness.must(trackCall(harness, token));
    const body = await harness.read('revokeGrant', { id, orderId });
    const left = [body.amount, body.spent, body.remaining, typeof body.revokedAt];
    assert.equal(left, [3, 1, 0, 'string'], 'what is unspent is not taken back, or what is spent is');
    assert.equal(await remaining(harness, id), 0, 'a revoked grant still counts');
    assert.status(await tryOn(harness, token), 402, 'a revoked grant can be spent');
    const again = await harness.send(grantCall(id, orderId, 3));
    assert.status(again, 200, 'a revoked order is not answered with its grant');
    assert.equal(await remaining(harness, id), 0, 'a revoked order is granted again');
  }),
  stateCell('revokeGrant.repeat', 'a grant that is revoked already', async (harness, assert) => {
    const { id } = await makeCustomer(harness);
    const { orderId } = await makeGrant(harness, id);
    const first = await harness.read('revokeGrant', { id, orderId });
    const again = await harness.send('revokeGrant', { id, orderId });
    assert.status(again, 200, 'revoking again answers something else');
    assert.equal(again.body, first, 'revoking again changed something');
  }),
];
