import { type ProviderCell, stateCell } from '../cells/provider-cell.ts';
import { makeCustomer, makePlan, makeShopper, usageOf } from '../fixtures/fixtures.ts';

export const PLAN_CELLS: readonly ProviderCell[] = [
  stateCell('createPlan.upsert', 'the same externalId again, with other values', async (harness, assert) => {
    const externalId = harness.fresh('plan-');
    const first = await makePlan(harness, { externalId, externalPriceId: 'price_1', monthlyTryOns: 7 });
    const json = { externalId, name: 'Renamed', monthlyTryOns: 9 };
    const again = await harness.send('createPlan', {}, { body: { json } });
    assert.status(again, 200, 'an upsert of a plan that exists is not answered 200');
    assert.equalContent(
      again.body,
      { ...first, ...json },
      'the upsert changed more or less than it was given',
    );
    const read = await harness.read('getPlan', { id: first.id });
    assert.equal(read, again.body, 'what the upsert answered is not what is read back');
    const all = await harness.read('listPlans', {}, { query: { limit: '200' } });
    const same = all.data.filter((plan: { externalId: string }) => plan.externalId === externalId);
    assert.equal(same.length, 1, 'the upsert made a second plan');
  }),
  stateCell('createPlan.effect', 'a plan without an externalId, twice', async (harness, assert) => {
    const first = await makePlan(harness, { name: 'Twin' });
    const second = await makePlan(harness, { name: 'Twin' });
    assert.that(first.id !== second.id, 'two plans without an externalId are one', 'two ids', first.id);
    const body = await harness.read('getPlan', { id: first.id });
    assert.equal(body, first, 'the plan that is read is not the one that was created');
    const defaults = [first.active, first.externalId, first.externalPriceId];
    assert.equal(defaults, [true, null, null], 'defaults are not as documented');
  }),
  stateCell('updatePlan.effect', 'another allowance for a plan that is in use', async (harness, assert) => {
    const { id, planId } = await makeShopper(harness, 5);
    const before = await harness.read('getPlan', { id: planId });
    const body = await harness.read('updatePlan', { id: planId }, { body: { json: { monthlyTryOns: 50 } } });
    assert.equalContent(body, { ...before, monthlyTryOns: 50 }, 'more or less changed than was given');
    assert.equal((await usageOf(harness, id)).current.limit, 50, 'the new allowance does not hold at once');
  }),
  stateCell('disablePlan.effect', 'a plan in use is disabled, and enabled again', async (harness, assert) => {
    const { id, planId } = await makeShopper(harness, 5);
    assert.status(await harness.send('disablePlan', { id: planId }), 204, 'it is not disabled');
    const read = await harness.read('getPlan', { id: planId });
    assert.equal(read.active, false, 'a disabled plan reads as active');
    const holder = await harness.read('getCustomer', { id });
    assert.equal(holder.planId, planId, 'a customer lost a plan that was disabled');
    const call = {
      operationId: 'upsertCustomer',
      body: { json: { externalId: harness.fresh('wp_'), planId } },
    } as const;
    const given = await harness.send(call);
    assert.refused(given, 403, 'plan_not_found', 'a disabled plan is given to another customer');
    const listed = async (query: Record<string, string>) =>
      (await harness.read('listPlans', {}, { query: { limit: '200', ...query } })).data.some(
        (plan: { id: string }) => plan.id === planId,
      );
    assert.equal(await listed({}), false, 'a disabled plan is listed');
    const shown = await listed({ include_inactive: 'true' });
    assert.equal(shown, true, 'a disabled plan is not listed with include_inactive');
    await harness.must('updatePlan', { id: planId }, { body: { json: { active: true } } });
    assert.status(await harness.send(call), 201, 'a plan that was enabled again cannot be given');
  }),
  stateCell('listPlans.older-spelling', 'disabled plans asked for as before', async (harness, assert) => {
    const { id } = await makePlan(harness);
    await harness.must('disablePlan', { id });
    const listed = async (query: Record<string, string>) =>
      (await harness.read('listPlans', {}, { query: { limit: '200', ...query } })).data.some(
        (plan: { id: string }) => plan.id === id,
      );
    assert.equal(await listed({ includeInactive: 'true' }), true, 'includeInactive lists no disabled plan');
    const both = await listed({ includeInactive: 'true', include_inactive: 'false' });
    assert.equal(both, false, 'includeInactive counts before include_inactive');
  }),
  stateCell('disablePlan.repeat', 'a plan that is disabled already', async (harness, assert) => {
    const { id } = await makePlan(harness);
    await harness.must('disablePlan', { id });
    const before = await harness.read('getPlan', { id });
    assert.equal(before.active, false, 'a disabled plan reads as active');
    assert.status(await harness.send('disablePlan', { id }), 204, 'disabling again answers something else');
    const after = await harness.read('getPlan', { id });
    assert.equal(after, before, 'disabling again changed something');
  }),
  stateCell(
    'upsertCustomer.isolation.foreign-plan',
    'a plan of the first store for a customer of the second',
    async (harness, assert) => {
      const key = harness.secondKey();
      const { id: planId } = await makePlan(harness);
      const json = { externalId: harness.fresh('wp_'), planId };
      const reply = await harness.send('upsertCustomer', {}, { body: { json }, key });
      assert.refused(reply, 403, 'plan_not_found', 'a customer can be given another store’s plan');
      const { id } = await makeCustomer(harness, {}, { key });
      const patch = await harness.send('updateCustomer', { id }, { body: { json: { planId } }, key });
      assert.refused(patch, 403, 'plan_not_found', 'a customer can be moved to another store’s plan');
    },
  ),
];
