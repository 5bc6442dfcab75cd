import { type ProviderCell, stateCell } from '../cells/provider-cell.ts';
import { makeCustomer, makePlan, makeSession, makeShopper, usageOf } from '../fixtures/fixtures.ts';
import { trackCall, tryOn } from '../fixtures/valid-call.ts';

const period = (operationId: 'upsertCustomer' | 'updateCustomer') =>
  stateCell(
    `${operationId}.period`,
    'a customer with something used, changed without and with resetPeriod',
    async (harness, assert) => {
      const { id, externalId, token } = await makeShopper(harness, 5);
      await harness.must(trackCall(harness, token));
      const before = await usageOf(harness, id);
      assert.equal(before.current.used, 1, 'a try-on is not counted');
      const change = (fields: Record<string, unknown>) =>
        operationId === 'upsertCustomer'
          ? harness.must(operationId, {}, { body: { json: { externalId, ...fields } } })
          : harness.must(operationId, { id }, { body: { json: fields } });
      for (const fields of [
        { email: 'ada@shop.example' },
        { resetPeriod: false },
        { status: 'ACTIVE', metadata: { a: 1 } },
      ]) {
        await change(fields);
        const { current, period_start } = await usageOf(harness, id);
        const found = [current.used, period_start];
        assert.equal(found, [1, before.period_start], `${JSON.stringify(fields)} moved the period`);
      }
      const { id: otherPlan } = await makePlan(harness, { monthlyTryOns: 9 });
      await change({ planId: otherPlan });
      const onOther = await usageOf(harness, id);
      const found = [onOther.current.used, onOther.current.limit, onOther.period_start];
      assert.equal(found, [1, 9, before.period_start], 'another plan moved the period');
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
  );

const clear = (operationId: 'upsertCustomer' | 'updateCustomer') =>
  stateCell(`${operationId}.clear`, 'the email and the metadata given as null', async (harness, assert) => {
    const externalId = harness.fresh('wp_');
    const fields = { externalId, email: 'ada@shop.example', metadata: { model: 'SUBSCRIPTION' } };
    const { id } = await makeCustomer(harness, fields);
    const change = (json: Record<string, unknown>) =>
      operationId === 'upsertCustomer'
        ? harness.send(operationId, {}, { body: { json: { externalId, ...json } } })
        : harness.send(operationId, { id }, { body: { json } });
    for (const [json, email, metadata] of [
      [{ email: null }, null, fields.metadata],
      [{ metadata: null }, null, {}],
    ] as const) {
      const { body } = await change(json);
      assert.equal(
        [body?.email, body?.metadata],
        [email, metadata],
        `${JSON.stringify(json)} does something else`,
      );
    }
  });

export const CUSTOMER_CELLS: readonly ProviderCell[] = [
  clear('upsertCustomer'),
  clear('updateCustomer'),
  stateCell(
    'listCustomers.filter',
    'by an externalId, beside those that resemble it',
    async (harness, assert) => {
      const externalId = harness.fresh('wp_');
      for (const each of [externalId, `${externalId}0`, externalId.toUpperCase()])
        await makeCustomer(harness, { externalId: each });
      const found = async (wanted: string) => {
        const { data } = await harness.read('listCustomers', {}, { query: { externalId: wanted } });
        return data.map((one: { externalId: string }) => one.externalId);
      };
      assert.equal(await found(externalId), [externalId], 'somebody else is listed too');
      assert.equal(await found(externalId.slice(0, -1)), [], 'a part of an externalId finds somebody');
    },
  ),
  period('upsertCustomer'),
  period('updateCustomer'),
  stateCell(
    'upsertCustomer.upsert',
    'the same externalId again, with some fields',
    async (harness, assert) => {
      const externalId = harness.fresh('woocommerce_');
      const { id: planId } = await makePlan(harness);
      const fields = { email: 'ada@shop.example', metadata: { model: 'SUBSCRIPTION' }, planId };
      const first = await makeCustomer(harness, { externalId, ...fields });
      const upsert = (json: Record<string, unknown>) =>
        harness.send('upsertCustomer', {}, { body: { json: { externalId, ...json } } });
      const same = await upsert({});
      assert.status(same, 200, 'an upsert of a customer who exists is not answered 200');
      assert.equalContent(same.body, first, 'an upsert that says nothing changes something');
      const detached = await upsert({ planId: null });
      const without = { ...first, planId: null };
      assert.equalContent(detached.body, without, 'planId null does not take the plan away, or does more');
      const noted = await upsert({ metadata: { other: true } });
      assert.equal(noted.body?.metadata, { other: true }, 'metadata is not replaced');
      const read = await harness.read('getCustomer', { id: first.id });
      assert.equal(read, noted.body, 'what the upsert answered is not what is read back');
    },
  ),
  stateCell(
    'getCustomer.effect',
    'by id, and by an externalId with awkward letters',
    async (harness, assert) => {
      for (const prefix of ['wp_', 'a/b?c#d ', '100%_', 'ünïcode 🧥 ']) {
        const customer = await makeCustomer(harness, { externalId: harness.fresh(prefix) });
        for (const id of [customer.id, customer.externalId]) {
          const { body } = await harness.send('getCustomer', { id });
          assert.equal(body, customer, `the customer is not found by ${JSON.stringify(id)}`);
        }
      }
    },
  ),
  stateCell(
    'updateCustomer.effect',
    'a customer is paused and made active again',
    async (harness, assert) => {
      const { id, token } = await makeShopper(harness, 5);
      const set = (status: string) => harness.must('updateCustomer', { id }, { body: { json: { status } } });
      await set('PAUSED');
      const session = await harness.send('createSession', { id });
      assert.refused(session, 403, 'customer_inactive', 'a paused customer gets a session');
      const paused = await tryOn(harness, token);
      assert.refused(paused, 402, 'end_customer_quota.paused', 'a paused customer tries on');
      assert.equal((await usageOf(harness, id)).current.ok, false, 'a paused customer is told to go ahead');
      await set('ACTIVE');
      assert.status(await tryOn(harness, token), 200, 'a customer who is active again cannot try on');
    },
  ),
  stateCell(
    'cancelCustomer.effect',
    'a customer with a session is cancelled and brought back',
    async (harness, assert) => {
      const { id, token } = await makeShopper(harness, 5);
      assert.status(await harness.send('cancelCustomer', { id }), 204, 'it is not cancelled');
      const body = await harness.read('getCustomer', { id });
      assert.equal(body.status, 'CANCELLED', 'a cancelled customer reads as another');
      const sessions = await harness.read('listSessions', { id });
      const open = sessions.data.filter((one: { revoked_at: unknown }) => one.revoked_at === null);
      assert.equal(open.length, 0, 'a session of a cancelled customer is not revoked');
      await harness.must('updateCustomer', { id }, { body: { json: { status: 'ACTIVE' } } });
      const old = await tryOn(harness, token);
      assert.refused(old, 401, 'invalid_session_token', 'a token from before the cancellation works again');
      const fresh = await tryOn(harness, (await makeSession(harness, id)).token);
      assert.status(fresh, 200, 'a customer who was brought back cannot try on');
    },
  ),
  stateCell('cancelCustomer.repeat', 'a customer who is cancelled already', async (harness, assert) => {
    const { id } = await makeShopper(harness, 5);
    await harness.must('cancelCustomer', { id });
    const before = await harness.read('getCustomer', { id });
    assert.equal(before.status, 'CANCELLED', 'a cancelled customer reads as another');
    const again = await harness.send('cancelCustomer', { id });
    assert.status(again, 204, 'cancelling again answers something else');
    const after = await harness.read('getCustomer', { id });
    assert.equal(after, before, 'cancelling again changed something');
  }),
  stateCell('listCustomers.effect', 'only those of one status', async (harness, assert) => {
    const by = { key: await harness.keyIn('fresh_store', 'listCustomers') };
    for (const status of ['ACTIVE', 'PAUSED', 'CANCELLED']) await makeCustomer(harness, { status }, by);
    for (const status of ['ACTIVE', 'PAUSED', 'CANCELLED']) {
      const body = await harness.read('listCustomers', {}, { query: { status }, ...by });
      const found = body.data.map((one: { status: string }) => one.status);
      assert.equal(found, [status], `the list of ${status} is another`);
    }
    const body = await harness.read('listCustomers', {}, by);
    assert.equal(body.data.length, 3, 'the list of all is not all');
  }),
  stateCell('getCustomerUsage.effect', 'as try-ons are debited', async (harness, assert) => {
    const { id, externalId, planId, token } = await makeShopper(harness, 3);
    for (let used = 0; used <= 3; used += 1) {
      const usage = await usageOf(harness, id);
      const current = { used, limit: 3, remaining: 3 - used, ok: used < 3 };
      assert.equal(usage.current, current, `usage is wrong after ${used} try-ons`);
      const whose = [usage.customer_id, usage.external_id, usage.plan?.id];
      assert.equal(whose, [id, externalId, planId], 'usage is of somebody else');
      const days = (Date.parse(usage.period_end) - Date.parse(usage.period_start)) / 86_400_000;
      assert.equal(days, 30, 'the period is not of 30 days');
      if (used < 3) await harness.must(trackCall(harness, token));
    }
  }),
];
