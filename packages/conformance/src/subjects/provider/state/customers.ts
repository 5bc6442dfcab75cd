import { type ProviderCell, stateCell } from '../cells/provider-cell.ts';
import { makeCustomer, makePlan, makeSession, makeShopper } from '../fixtures/fixtures.ts';
import { trackCall } from '../fixtures/valid-call.ts';
import type { ProviderHarness } from '../harness/harness.ts';

async function usageOf(harness: ProviderHarness, id: string) {
  return (await harness.must({ operationId: 'getCustomerUsage', params: { id } })).body.data;
}

/** What must hold of customers and their usage from one call to the next. */
export function customerCells(): ProviderCell[] {
  const period = (operationId: 'upsertCustomer' | 'updateCustomer') =>
    stateCell({
      operationId,
      title: 'a customer with something used, changed without and with resetPeriod',
      rule: 'period',
      async drive(harness, assert) {
        const { id, externalId, token } = await makeShopper(harness, 5);
        await harness.must(trackCall(harness, token));
        const before = await usageOf(harness, id);
        assert.equal(before.current.used, 1, 'a try-on is not counted');
        const change = (fields: Record<string, unknown>) =>
          operationId === 'upsertCustomer'
            ? harness.must({ operationId, body: { json: { externalId, ...fields } } })
            : harness.must({ operationId, params: { id }, body: { json: fields } });
        for (const fields of [
          { email: 'ada@shop.example' },
          { resetPeriod: false },
          { status: 'ACTIVE', metadata: { a: 1 } },
        ]) {
          await change(fields);
          const { current, period_start } = await usageOf(harness, id);
          assert.equal(
            [current.used, period_start],
            [1, before.period_start],
            `${JSON.stringify(fields)} moved the period`,
          );
        }
        const { id: otherPlan } = await makePlan(harness, { monthlyTryOns: 9 });
        await change({ planId: otherPlan });
        const onOther = await usageOf(harness, id);
        assert.equal(
          [onOther.current.used, onOther.current.limit, onOther.period_start],
          [1, 9, before.period_start],
          'another plan moved the period',
        );
        await change({ resetPeriod: true });
        const after = await usageOf(harness, id);
        assert.equal([after.current.used, after.current.remaining], [0, 9], 'resetPeriod gives nothing back');
        assert.that(
          after.period_start > before.period_start,
          'resetPeriod does not move the period',
          `after ${before.period_start}`,
          after.period_start,
        );
      },
    });
  return [
    period('upsertCustomer'),
    period('updateCustomer'),
    stateCell({
      operationId: 'upsertCustomer',
      title: 'the same externalId again, with some fields',
      rule: 'upsert',
      async drive(harness, assert) {
        const externalId = harness.fresh('woocommerce_');
        const { id: planId } = await makePlan(harness);
        const fields = { email: 'ada@shop.example', metadata: { model: 'SUBSCRIPTION' }, planId };
        const first = await makeCustomer(harness, { externalId, ...fields });
        const upsert = (json: Record<string, unknown>) =>
          harness.send({ operationId: 'upsertCustomer', body: { json: { externalId, ...json } } });
        const same = await upsert({});
        assert.status(same, 200, 'an upsert of a customer who exists is not answered 200');
        assert.equal(
          { ...same.body, updatedAt: 0 },
          { ...first, updatedAt: 0 },
          'an upsert that says nothing changes something',
        );
        const detached = await upsert({ planId: null });
        assert.equal(
          { ...detached.body, updatedAt: 0 },
          { ...first, planId: null, updatedAt: 0 },
          'planId null does not take the plan away, or does more',
        );
        const noted = await upsert({ metadata: { other: true } });
        assert.equal(noted.body?.metadata, { other: true }, 'metadata is not replaced');
        const read = await harness.must({ operationId: 'getCustomer', params: { id: first.id } });
        assert.equal(read.body, noted.body, 'what the upsert answered is not what is read back');
      },
    }),
    stateCell({
      operationId: 'getCustomer',
      title: 'by id, and by an externalId with awkward letters',
      rule: 'effect',
      async drive(harness, assert) {
        for (const prefix of ['wp_', 'a/b?c#d ', '100%_', 'ünïcode 🧥 ']) {
          const customer = await makeCustomer(harness, { externalId: harness.fresh(prefix) });
          for (const id of [customer.id, customer.externalId]) {
            const { body } = await harness.send({ operationId: 'getCustomer', params: { id } });
            assert.equal(body, customer, `the customer is not found by ${JSON.stringify(id)}`);
          }
        }
      },
    }),
    stateCell({
      operationId: 'updateCustomer',
      title: 'a customer is paused and made active again',
      rule: 'effect',
      async drive(harness, assert) {
        const { id, token } = await makeShopper(harness, 5);
        const set = (status: string) =>
          harness.must({ operationId: 'updateCustomer', params: { id }, body: { json: { status } } });
        await set('PAUSED');
        const session = await harness.send({ operationId: 'createSession', params: { id } });
        assert.refused(session, 403, ['customer_inactive'], 'a paused customer gets a session');
        assert.refused(
          await harness.send(trackCall(harness, token)),
          402,
          ['end_customer_quota.paused'],
          'a paused customer tries on',
        );
        assert.equal((await usageOf(harness, id)).current.ok, false, 'a paused customer is told to go ahead');
        await set('ACTIVE');
        assert.status(
          await harness.send(trackCall(harness, token)),
          200,
          'a customer who is active again cannot try on',
        );
      },
    }),
    stateCell({
      operationId: 'cancelCustomer',
      title: 'a customer with a session is cancelled and brought back',
      rule: 'effect',
      async drive(harness, assert) {
        const { id, token } = await makeShopper(harness, 5);
        assert.status(
          await harness.send({ operationId: 'cancelCustomer', params: { id } }),
          204,
          'it is not cancelled',
        );
        const { body } = await harness.must({ operationId: 'getCustomer', params: { id } });
        assert.equal(body.status, 'CANCELLED', 'a cancelled customer reads as another');
        const sessions = await harness.must({ operationId: 'listSessions', params: { id } });
        const open = sessions.body.data.filter((one: { revoked_at: unknown }) => one.revoked_at === null);
        assert.equal(open.length, 0, 'a session of a cancelled customer is not revoked');
        await harness.must({
          operationId: 'updateCustomer',
          params: { id },
          body: { json: { status: 'ACTIVE' } },
        });
        assert.refused(
          await harness.send(trackCall(harness, token)),
          401,
          ['invalid_session_token'],
          'a token from before the cancellation works again',
        );
        const fresh = await makeSession(harness, id);
        assert.status(
          await harness.send(trackCall(harness, fresh.token)),
          200,
          'a customer who was brought back cannot try on',
        );
      },
    }),
    stateCell({
      operationId: 'cancelCustomer',
      title: 'a customer who is cancelled already',
      rule: 'repeat',
      async drive(harness, assert) {
        const { id } = await makeShopper(harness, 5);
        await harness.must({ operationId: 'cancelCustomer', params: { id } });
        const { body: before } = await harness.must({ operationId: 'getCustomer', params: { id } });
        assert.equal(before.status, 'CANCELLED', 'a cancelled customer reads as another');
        assert.status(
          await harness.send({ operationId: 'cancelCustomer', params: { id } }),
          204,
          'cancelling again answers something else',
        );
        const { body: after } = await harness.must({ operationId: 'getCustomer', params: { id } });
        assert.equal(after, before, 'cancelling again changed something');
      },
    }),
    stateCell({
      operationId: 'listCustomers',
      title: 'only those of one status',
      rule: 'effect',
      async drive(harness, assert) {
        const { apiKey } = await harness.mustEnter('fresh_store', 'listCustomers');
        const by = apiKey === undefined ? {} : { key: apiKey };
        for (const status of ['ACTIVE', 'PAUSED', 'CANCELLED']) await makeCustomer(harness, { status }, by);
        for (const status of ['ACTIVE', 'PAUSED', 'CANCELLED']) {
          const { body } = await harness.must({ operationId: 'listCustomers', query: { status }, ...by });
          const found = body.data.map((one: { status: string }) => one.status);
          assert.equal(found, [status], `the list of ${status} is another`);
        }
        const { body } = await harness.must({ operationId: 'listCustomers', ...by });
        assert.equal(body.data.length, 3, 'the list of all is not all');
      },
    }),
    stateCell({
      operationId: 'getCustomerUsage',
      title: 'as try-ons are debited',
      rule: 'effect',
      async drive(harness, assert) {
        const { id, externalId, planId, token } = await makeShopper(harness, 3);
        for (let used = 0; used <= 3; used += 1) {
          const usage = await usageOf(harness, id);
          const current = { used, limit: 3, remaining: 3 - used, ok: used < 3 };
          assert.equal(usage.current, current, `usage is wrong after ${used} try-ons`);
          assert.equal(
            [usage.customer_id, usage.external_id, usage.plan?.id],
            [id, externalId, planId],
            'usage is of somebody else',
          );
          const days = (Date.parse(usage.period_end) - Date.parse(usage.period_start)) / 86_400_000;
          assert.equal(days, 30, 'the period is not of 30 days');
          if (used < 3) await harness.must(trackCall(harness, token));
        }
      },
    }),
  ];
}
