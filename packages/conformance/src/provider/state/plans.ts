import { makeCustomer, makePlan, makeShopper } from '../fixtures.ts';
import { type ProviderCell, stateCell } from '../provider-cell.ts';

/** What must hold of plans from one call to the next. */
export function planCells(): ProviderCell[] {
  return [
    stateCell({
      operationId: 'createPlan',
      title: 'the same externalId again, with other values',
      rule: 'upsert',
      async drive(stage, claims) {
        const externalId = stage.fresh('plan-');
        const first = await makePlan(stage, { externalId, externalPriceId: 'price_1', monthlyTryOns: 7 });
        const json = { externalId, name: 'Renamed', monthlyTryOns: 9 };
        const again = await stage.send({ operationId: 'createPlan', body: { json } });
        claims.status(again, 200, 'an upsert of a plan that exists is not answered 200');
        const { updatedAt: _u, ...kept } = again.body ?? {};
        const { updatedAt: _v, ...was } = first;
        claims.equal(
          kept,
          { ...was, name: 'Renamed', monthlyTryOns: 9 },
          'the upsert changed more or less than it was given',
        );
        const read = await stage.must({ operationId: 'getPlan', params: { id: first.id } });
        claims.equal(read.body, again.body, 'what the upsert answered is not what is read back');
        const all = await stage.must({ operationId: 'listPlans', query: { limit: '200' } });
        const same = all.body.data.filter((plan: { externalId: string }) => plan.externalId === externalId);
        claims.equal(same.length, 1, 'the upsert made a second plan');
      },
    }),
    stateCell({
      operationId: 'createPlan',
      title: 'a plan without an externalId, twice',
      rule: 'effect',
      async drive(stage, claims) {
        const [first, second] = [
          await makePlan(stage, { name: 'Twin' }),
          await makePlan(stage, { name: 'Twin' }),
        ];
        claims.that(first.id !== second.id, 'two plans without an externalId are one', 'two ids', first.id);
        const { body } = await stage.must({ operationId: 'getPlan', params: { id: first.id } });
        claims.equal(body, first, 'the plan that is read is not the one that was created');
        claims.equal(
          [first.active, first.externalId, first.externalPriceId],
          [true, null, null],
          'defaults are not as documented',
        );
      },
    }),
    stateCell({
      operationId: 'updatePlan',
      title: 'another allowance for a plan that is in use',
      rule: 'effect',
      async drive(stage, claims) {
        const { id, planId } = await makeShopper(stage, 5);
        const before = await stage.must({ operationId: 'getPlan', params: { id: planId } });
        const { body } = await stage.must({
          operationId: 'updatePlan',
          params: { id: planId },
          body: { json: { monthlyTryOns: 50 } },
        });
        claims.equal(
          { ...body, updatedAt: 0 },
          { ...before.body, monthlyTryOns: 50, updatedAt: 0 },
          'more or less changed than was given',
        );
        const usage = await stage.must({ operationId: 'getCustomerUsage', params: { id } });
        claims.equal(usage.body.data.current.limit, 50, 'the new allowance does not hold at once');
      },
    }),
    stateCell({
      operationId: 'disablePlan',
      title: 'a plan in use is disabled, and enabled again',
      rule: 'effect',
      async drive(stage, claims) {
        const { id, planId } = await makeShopper(stage, 5);
        claims.status(
          await stage.send({ operationId: 'disablePlan', params: { id: planId } }),
          204,
          'it is not disabled',
        );
        const read = await stage.must({ operationId: 'getPlan', params: { id: planId } });
        claims.equal(read.body.active, false, 'a disabled plan reads as active');
        const holder = await stage.must({ operationId: 'getCustomer', params: { id } });
        claims.equal(holder.body.planId, planId, 'a customer lost a plan that was disabled');
        const call = {
          operationId: 'upsertCustomer',
          body: { json: { externalId: stage.fresh('wp_'), planId } },
        } as const;
        claims.refused(
          await stage.send(call),
          403,
          ['plan_not_found'],
          'a disabled plan is given to another customer',
        );
        const listed = async (query: Record<string, string>) =>
          (await stage.must({ operationId: 'listPlans', query: { limit: '200', ...query } })).body.data.some(
            (plan: { id: string }) => plan.id === planId,
          );
        claims.equal(await listed({}), false, 'a disabled plan is listed');
        claims.equal(
          await listed({ include_inactive: 'true' }),
          true,
          'a disabled plan is not listed with include_inactive',
        );
        await stage.must({
          operationId: 'updatePlan',
          params: { id: planId },
          body: { json: { active: true } },
        });
        claims.status(await stage.send(call), 201, 'a plan that was enabled again cannot be given');
      },
    }),
    stateCell({
      operationId: 'disablePlan',
      title: 'a plan that is disabled already',
      rule: 'repeat',
      async drive(stage, claims) {
        const { id } = await makePlan(stage);
        await stage.must({ operationId: 'disablePlan', params: { id } });
        const { body: before } = await stage.must({ operationId: 'getPlan', params: { id } });
        claims.equal(before.active, false, 'a disabled plan reads as active');
        claims.status(
          await stage.send({ operationId: 'disablePlan', params: { id } }),
          204,
          'disabling again answers something else',
        );
        const { body: after } = await stage.must({ operationId: 'getPlan', params: { id } });
        claims.equal(after, before, 'disabling again changed something');
      },
    }),
    stateCell({
      operationId: 'upsertCustomer',
      title: 'a plan of the first store for a customer of the second',
      value: 'foreign-plan',
      rule: 'isolation',
      async drive(stage, claims) {
        const key = stage.secondKey();
        const { id: planId } = await makePlan(stage);
        const json = { externalId: stage.fresh('wp_'), planId };
        const reply = await stage.send({ operationId: 'upsertCustomer', body: { json }, key });
        claims.refused(reply, 403, ['plan_not_found'], 'a customer can be given another store’s plan');
        const { id } = await makeCustomer(stage, {}, { key });
        const patch = await stage.send({
          operationId: 'updateCustomer',
          params: { id },
          body: { json: { planId } },
          key,
        });
        claims.refused(patch, 403, ['plan_not_found'], 'a customer can be moved to another store’s plan');
      },
    }),
  ];
}
