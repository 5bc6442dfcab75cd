import { trackCall } from '../answers/refusals.ts';
import { makeCustomer, makePlan, makeSession, makeShopper } from '../fixtures.ts';
import { type ProviderCell, stateCell } from '../provider-cell.ts';
import type { ProviderStage } from '../stage.ts';

async function usageOf(stage: ProviderStage, id: string) {
  return (await stage.must({ operationId: 'getCustomerUsage', params: { id } })).body.data;
}

/** What must hold of customers and their usage from one call to the next. */
export function customerCells(): ProviderCell[] {
  const period = (operationId: 'upsertCustomer' | 'updateCustomer') =>
    stateCell({
      operationId,
      title: 'a customer with something used, changed without and with resetPeriod',
      rule: 'period',
      async drive(stage, claims) {
        const { id, externalId, token } = await makeShopper(stage, 5);
        await stage.must(trackCall(stage, token));
        const before = await usageOf(stage, id);
        claims.equal(before.current.used, 1, 'a try-on is not counted');
        const change = (fields: Record<string, unknown>) =>
          operationId === 'upsertCustomer'
            ? stage.must({ operationId, body: { json: { externalId, ...fields } } })
            : stage.must({ operationId, params: { id }, body: { json: fields } });
        for (const fields of [
          { email: 'ada@shop.example' },
          { resetPeriod: false },
          { status: 'ACTIVE', metadata: { a: 1 } },
        ]) {
          await change(fields);
          const { current, period_start } = await usageOf(stage, id);
          claims.equal(
            [current.used, period_start],
            [1, before.period_start],
            `${JSON.stringify(fields)} moved the period`,
          );
        }
        const { id: otherPlan } = await makePlan(stage, { monthlyTryOns: 9 });
        await change({ planId: otherPlan });
        const onOther = await usageOf(stage, id);
        claims.equal(
          [onOther.current.used, onOther.current.limit, onOther.period_start],
          [1, 9, before.period_start],
          'another plan moved the period',
        );
        await change({ resetPeriod: true });
        const after = await usageOf(stage, id);
        claims.equal([after.current.used, after.current.remaining], [0, 9], 'resetPeriod gives nothing back');
        claims.that(
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
      async drive(stage, claims) {
        const externalId = stage.fresh('woocommerce_');
        const { id: planId } = await makePlan(stage);
        const fields = { email: 'ada@shop.example', metadata: { model: 'SUBSCRIPTION' }, planId };
        const first = await makeCustomer(stage, { externalId, ...fields });
        const upsert = (json: Record<string, unknown>) =>
          stage.send({ operationId: 'upsertCustomer', body: { json: { externalId, ...json } } });
        const same = await upsert({});
        claims.status(same, 200, 'an upsert of a customer who exists is not answered 200');
        claims.equal(
          { ...same.body, updatedAt: 0 },
          { ...first, updatedAt: 0 },
          'an upsert that says nothing changes something',
        );
        const detached = await upsert({ planId: null });
        claims.equal(
          { ...detached.body, updatedAt: 0 },
          { ...first, planId: null, updatedAt: 0 },
          'planId null does not take the plan away, or does more',
        );
        const noted = await upsert({ metadata: { other: true } });
        claims.equal(noted.body?.metadata, { other: true }, 'metadata is not replaced');
        const read = await stage.must({ operationId: 'getCustomer', params: { id: first.id } });
        claims.equal(read.body, noted.body, 'what the upsert answered is not what is read back');
      },
    }),
    stateCell({
      operationId: 'getCustomer',
      title: 'by id, and by an externalId with awkward letters',
      rule: 'effect',
      async drive(stage, claims) {
        for (const prefix of ['wp_', 'a/b?c#d ', '100%_', 'ünïcode 🧥 ']) {
          const customer = await makeCustomer(stage, { externalId: stage.fresh(prefix) });
          for (const id of [customer.id, customer.externalId]) {
            const { body } = await stage.send({ operationId: 'getCustomer', params: { id } });
            claims.equal(body, customer, `the customer is not found by ${JSON.stringify(id)}`);
          }
        }
      },
    }),
    stateCell({
      operationId: 'updateCustomer',
      title: 'a customer is paused and made active again',
      rule: 'effect',
      async drive(stage, claims) {
        const { id, token } = await makeShopper(stage, 5);
        const set = (status: string) =>
          stage.must({ operationId: 'updateCustomer', params: { id }, body: { json: { status } } });
        await set('PAUSED');
        const session = await stage.send({ operationId: 'createSession', params: { id } });
        claims.refused(session, 403, ['customer_inactive'], 'a paused customer gets a session');
        claims.refused(
          await stage.send(trackCall(stage, token)),
          402,
          ['end_customer_quota.paused'],
          'a paused customer tries on',
        );
        claims.equal((await usageOf(stage, id)).current.ok, false, 'a paused customer is told to go ahead');
        await set('ACTIVE');
        claims.status(
          await stage.send(trackCall(stage, token)),
          200,
          'a customer who is active again cannot try on',
        );
      },
    }),
    stateCell({
      operationId: 'cancelCustomer',
      title: 'a customer with a session is cancelled and brought back',
      rule: 'effect',
      async drive(stage, claims) {
        const { id, token } = await makeShopper(stage, 5);
        claims.status(
          await stage.send({ operationId: 'cancelCustomer', params: { id } }),
          204,
          'it is not cancelled',
        );
        const { body } = await stage.must({ operationId: 'getCustomer', params: { id } });
        claims.equal(body.status, 'CANCELLED', 'a cancelled customer reads as another');
        const sessions = await stage.must({ operationId: 'listSessions', params: { id } });
        const open = sessions.body.data.filter((one: { revoked_at: unknown }) => one.revoked_at === null);
        claims.equal(open.length, 0, 'a session of a cancelled customer is not revoked');
        await stage.must({
          operationId: 'updateCustomer',
          params: { id },
          body: { json: { status: 'ACTIVE' } },
        });
        claims.refused(
          await stage.send(trackCall(stage, token)),
          401,
          ['invalid_session_token'],
          'a token from before the cancellation works again',
        );
        const fresh = await makeSession(stage, id);
        claims.status(
          await stage.send(trackCall(stage, fresh.token)),
          200,
          'a customer who was brought back cannot try on',
        );
      },
    }),
    stateCell({
      operationId: 'cancelCustomer',
      title: 'a customer who is cancelled already',
      rule: 'repeat',
      async drive(stage, claims) {
        const { id } = await makeShopper(stage, 5);
        await stage.must({ operationId: 'cancelCustomer', params: { id } });
        const { body: before } = await stage.must({ operationId: 'getCustomer', params: { id } });
        claims.equal(before.status, 'CANCELLED', 'a cancelled customer reads as another');
        claims.status(
          await stage.send({ operationId: 'cancelCustomer', params: { id } }),
          204,
          'cancelling again answers something else',
        );
        const { body: after } = await stage.must({ operationId: 'getCustomer', params: { id } });
        claims.equal(after, before, 'cancelling again changed something');
      },
    }),
    stateCell({
      operationId: 'listCustomers',
      title: 'only those of one status',
      rule: 'effect',
      async drive(stage, claims) {
        const { apiKey } = await stage.mustEnter('fresh_store', 'listCustomers');
        const by = apiKey === undefined ? {} : { key: apiKey };
        for (const status of ['ACTIVE', 'PAUSED', 'CANCELLED']) await makeCustomer(stage, { status }, by);
        for (const status of ['ACTIVE', 'PAUSED', 'CANCELLED']) {
          const { body } = await stage.must({ operationId: 'listCustomers', query: { status }, ...by });
          const found = body.data.map((one: { status: string }) => one.status);
          claims.equal(found, [status], `the list of ${status} is another`);
        }
        const { body } = await stage.must({ operationId: 'listCustomers', ...by });
        claims.equal(body.data.length, 3, 'the list of all is not all');
      },
    }),
    stateCell({
      operationId: 'getCustomerUsage',
      title: 'as try-ons are debited',
      rule: 'effect',
      async drive(stage, claims) {
        const { id, externalId, planId, token } = await makeShopper(stage, 3);
        for (let used = 0; used <= 3; used += 1) {
          const usage = await usageOf(stage, id);
          const current = { used, limit: 3, remaining: 3 - used, ok: used < 3 };
          claims.equal(usage.current, current, `usage is wrong after ${used} try-ons`);
          claims.equal(
            [usage.customer_id, usage.external_id, usage.plan?.id],
            [id, externalId, planId],
            'usage is of somebody else',
          );
          const days = (Date.parse(usage.period_end) - Date.parse(usage.period_start)) / 86_400_000;
          claims.equal(days, 30, 'the period is not of 30 days');
          if (used < 3) await stage.must(trackCall(stage, token));
        }
      },
    }),
  ];
}
