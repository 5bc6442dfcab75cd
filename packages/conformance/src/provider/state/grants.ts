import { trackCall } from '../answers/refusals.ts';
import { makeCustomer, makeGrant, makeSession, makeShopper } from '../fixtures.ts';
import { type ProviderCell, stateCell } from '../provider-cell.ts';
import type { ProviderStage } from '../stage.ts';

const DAY_MS = 86_400_000;

async function remaining(stage: ProviderStage, id: string): Promise<number> {
  return (await stage.must({ operationId: 'getCustomerUsage', params: { id } })).body.data.current.remaining;
}

function grantCall(id: string, orderId: string, amount: number) {
  return { operationId: 'createGrant', params: { id }, body: { json: { orderId, amount } } } as const;
}

/** What must hold of grants from one call to the next. */
export function grantCells(): ProviderCell[] {
  return [
    stateCell({
      operationId: 'createGrant',
      title: 'one order twice, then a second order',
      rule: 'once-per-order',
      async drive(stage, claims) {
        const { id } = await makeCustomer(stage);
        const orderId = stage.fresh('order_');
        claims.status(await stage.send(grantCall(id, orderId, 5)), 201, 'a new order is not granted');
        for (const amount of [5, 50]) {
          const again = await stage.send(grantCall(id, orderId, amount));
          claims.status(again, 200, 'a repeated order is not answered 200');
          claims.equal(again.body?.amount, 5, 'a repeated order changed its grant');
        }
        claims.equal(await remaining(stage, id), 5, 'a repeated order was granted again');
        claims.status(
          await stage.send(grantCall(id, stage.fresh('order_'), 3)),
          201,
          'a second order is not granted',
        );
        claims.equal(await remaining(stage, id), 8, 'a second order does not add');
        const { id: other } = await makeCustomer(stage);
        claims.refused(
          await stage.send(grantCall(other, orderId, 5)),
          422,
          ['idempotency_conflict'],
          'one order is granted to two customers',
        );
        claims.equal(await remaining(stage, other), 0, 'one order is granted to two customers');
      },
    }),
    stateCell({
      operationId: 'createGrant',
      title: 'one order eight times at once',
      value: 'at-once',
      rule: 'once-per-order',
      async drive(stage, claims) {
        const { id } = await makeCustomer(stage);
        const orderId = stage.fresh('order_');
        const replies = await Promise.all(
          Array.from({ length: 8 }, () => stage.send(grantCall(id, orderId, 5))),
        );
        const granted = replies.filter(({ status }) => status === 201).length;
        claims.equal(granted, 1, 'of requests for one order that come at once not exactly one grants');
        claims.equal(await remaining(stage, id), 5, 'one order was granted more than once');
      },
    }),
    stateCell({
      operationId: 'createGrant',
      title: 'a small plan, a grant that expires late and one that expires soon',
      rule: 'spending-order',
      async drive(stage, claims) {
        const { id, token } = await makeShopper(stage, 1);
        const at = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
        const lasting = await makeGrant(stage, id, { amount: 1, expiresAt: null });
        const late = await makeGrant(stage, id, { amount: 1, expiresAt: at(60) });
        const soon = await makeGrant(stage, id, { amount: 1, expiresAt: at(2) });
        const spentOf = async ({ orderId, amount }: { orderId: string; amount: number }) =>
          (await stage.must(grantCall(id, orderId, amount))).body.spent;
        const expected = [
          [0, 0, 0],
          [1, 0, 0],
          [1, 1, 0],
          [1, 1, 1],
        ];
        for (const [count, spent] of expected.entries()) {
          const { body } = await stage.must(trackCall(stage, token));
          claims.equal(body.end_customer_quota?.remaining, 3 - count, 'what is left does not count grants');
          const found = [await spentOf(soon), await spentOf(late), await spentOf(lasting)];
          claims.equal(
            found,
            spent,
            `try-on ${count + 1} is not charged where it should be (soon, late, lasting)`,
          );
        }
        claims.refused(
          await stage.send(trackCall(stage, token)),
          402,
          ['end_customer_quota.quota_exhausted'],
          'more is spent than was granted',
        );
      },
    }),
    stateCell({
      operationId: 'createGrant',
      title: 'a grant beside a plan',
      rule: 'effect',
      async drive(stage, claims) {
        const { id, planId } = await makeShopper(stage, 2);
        const before = (await stage.must({ operationId: 'getCustomer', params: { id } })).body;
        const grant = await makeGrant(stage, id, { amount: 4 });
        claims.equal(
          [grant.customerId, grant.spent, grant.remaining, grant.revokedAt, grant.expiresAt],
          [id, 0, 4, null, null],
          'a new grant is not as documented',
        );
        const after = (await stage.must({ operationId: 'getCustomer', params: { id } })).body;
        claims.equal(
          [after.planId, after.periodStart, after.planId],
          [planId, before.periodStart, planId],
          'granting touched plan or period',
        );
        claims.equal(await remaining(stage, id), 6, 'what is left does not count the grant');
      },
    }),
    stateCell({
      operationId: 'revokeGrant',
      title: 'a grant of which one is spent',
      rule: 'effect',
      async drive(stage, claims) {
        const { id } = await makeCustomer(stage);
        const { orderId } = await makeGrant(stage, id, { amount: 3 });
        const { token } = await makeSession(stage, id);
        await stage.must(trackCall(stage, token));
        const { body } = await stage.must({ operationId: 'revokeGrant', params: { id, orderId } });
        claims.equal(
          [body.amount, body.spent, body.remaining, typeof body.revokedAt],
          [3, 1, 0, 'string'],
          'what is unspent is not taken back, or what is spent is',
        );
        claims.equal(await remaining(stage, id), 0, 'a revoked grant still counts');
        claims.status(await stage.send(trackCall(stage, token)), 402, 'a revoked grant can be spent');
        const again = await stage.send(grantCall(id, orderId, 3));
        claims.status(again, 200, 'a revoked order is not answered with its grant');
        claims.equal(await remaining(stage, id), 0, 'a revoked order is granted again');
      },
    }),
    stateCell({
      operationId: 'revokeGrant',
      title: 'a grant that is revoked already',
      rule: 'repeat',
      async drive(stage, claims) {
        const { id } = await makeCustomer(stage);
        const { orderId } = await makeGrant(stage, id);
        const first = await stage.must({ operationId: 'revokeGrant', params: { id, orderId } });
        const again = await stage.send({ operationId: 'revokeGrant', params: { id, orderId } });
        claims.status(again, 200, 'revoking again answers something else');
        claims.equal(again.body, first.body, 'revoking again changed something');
      },
    }),
  ];
}
