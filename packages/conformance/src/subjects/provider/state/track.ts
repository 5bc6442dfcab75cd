import type { Call } from '../calls/call.ts';
import { type ProviderCell, stateCell } from '../cells/provider-cell.ts';
import { makeCustomer, makeSession, makeShopper, usageOf } from '../fixtures/fixtures.ts';
import { trackCall, validCall } from '../fixtures/valid-call.ts';
import type { ProviderHarness } from '../harness/harness.ts';

/** What the pool of a store has left: a debit says it, and takes one. */
async function poolAfterOne(harness: ProviderHarness, key: string): Promise<number> {
  return (await harness.read({ ...trackCall(harness), key })).remaining_credits;
}

export const TRACK_CELLS: readonly ProviderCell[] = [
  stateCell(
    'trackTryon.debit',
    'try-ons of one and of many variations, with and without a shopper',
    async (harness, assert) => {
      const key = await harness.keyIn('fresh_store', 'trackTryon');
      const { id, token } = await makeShopper(harness, 10, { key });
      const start = await poolAfterOne(harness, key);
      let used = 0;
      const reports = [false, true].flatMap((shopper) =>
        [1, 16].map((variations) => ({ variations, shopper })),
      );
      for (const [count, { variations, shopper }] of reports.entries()) {
        const call = trackCall(harness, shopper ? token : undefined, { variation_count: variations });
        const body = await harness.read({ ...call, key });
        const left = start - count - 1;
        assert.equal(body.remaining_credits, left, `a try-on of ${variations} does not take one credit`);
        assert.equal(body.variation_count, variations, 'the count that was reported does not come back');
        if (shopper) used += 1;
        const quota = shopper ? { used, limit: 10, remaining: 10 - used } : undefined;
        assert.equal(body.end_customer_quota, quota, 'the shopper’s quota is not what is left');
      }
      const { current } = await usageOf(harness, id, { key });
      assert.equal(current.used, 2, 'usage does not say what was debited');
    },
  ),
  stateCell('trackTryon.no-debit', 'failed and refused try-ons', async (harness, assert) => {
    const key = await harness.keyIn('fresh_store', 'trackTryon');
    const { id, token } = await makeShopper(harness, 1, { key });
    await harness.must({ ...trackCall(harness, token), key });
    const start = await poolAfterOne(harness, key);
    const { id: withoutPlan } = await makeCustomer(harness, {}, { key });
    const { token: noPlan } = await makeSession(harness, withoutPlan, {}, { key });
    const report = (shopper?: string, fields = {}) =>
      harness.send({ ...trackCall(harness, shopper, fields), key });
    assert.status(await report(undefined, { success: false }), 200, 'a failed try-on is not taken');
    assert.status(await report(token), 402, 'a spent allowance is debited');
    assert.status(await report(noPlan), 402, 'a customer without a plan is debited');
    assert.status(await report('no.token.atall'), 401, 'a token that is none is debited');
    assert.status(await report(undefined, { variation_count: 0 }), 400, 'an invalid report is debited');
    assert.equal(await poolAfterOne(harness, key), start - 1, 'something that is no success took a credit');
    const { used } = (await usageOf(harness, id, { key })).current;
    assert.equal(used, 1, 'something that is no success was counted');
  }),
  stateCell(
    'trackTryon.exact.shopper',
    'twenty try-ons at once on an allowance of five',
    async (harness, assert) => {
      const { id, token } = await makeShopper(harness, 5);
      const replies = await Promise.all(
        Array.from({ length: 20 }, () => harness.send(trackCall(harness, token))),
      );
      const debited = replies.filter(({ status }) => status === 200);
      assert.equal(debited.length, 5, 'not as many succeed as are left');
      const left = debited.map(({ body }) => body.end_customer_quota?.remaining).sort();
      assert.equal(left, [0, 1, 2, 3, 4], 'two try-ons were the same one of the allowance');
      const { current } = await usageOf(harness, id);
      assert.equal(current, { used: 5, limit: 5, remaining: 0, ok: false }, 'usage is not what succeeded');
    },
  ),
  stateCell('trackTryon.exact.pool', 'ten try-ons at once on a pool of three', async (harness, assert) => {
    const key = await harness.keyIn('few_credits', 'trackTryon');
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => harness.send({ ...trackCall(harness), key })),
    );
    const debited = replies.filter(({ status }) => status === 200);
    assert.equal(debited.length, 3, 'not as many succeed as the pool has');
    const left = debited.map(({ body }) => body.remaining_credits).sort();
    assert.equal(left, [0, 1, 2], 'two try-ons were the same credit');
    for (const reply of replies.filter(({ status }) => status !== 200))
      assert.refused(reply, 402, 'credit_limit_reached', 'an empty pool is not named');
    const status = await harness.must('getStatus', {}, { key });
    assert.equal(status.body.access, 'EXHAUSTED', 'the status of an empty store is another');
  }),
  stateCell(
    'trackTryon.order',
    'everything wrong at once, then one thing less each time',
    async (harness, assert) => {
      const { token: foreign } = await makeShopper(harness, 5, { key: harness.secondKey() });
      const { token: noPlan } = await makeSession(harness, (await makeCustomer(harness)).id);
      const badKey = 'gvk_live_nobody_has_this_key';
      const steps: [word: string, call: Call][] = [
        ['unauthorized', { ...trackCall(harness, foreign), secret: 'wrong', key: badKey }],
        ['invalid_key', { ...trackCall(harness, 'no.token.atall'), key: badKey }],
        ['invalid_session_token', trackCall(harness, 'no.token.atall')],
        ['token_store_mismatch', trackCall(harness, foreign)],
        ['end_customer_quota.no_plan', trackCall(harness, noPlan)],
      ];
      for (const [word, call] of steps) {
        const reply = await harness.send(call);
        assert.refused(reply, reply.status, [word], 'not the first thing that is wrong is named');
      }
    },
  ),
  stateCell('getStatus.effect', 'as try-ons are debited', async (harness, assert) => {
    const key = await harness.keyIn('fresh_store', 'trackTryon');
    const before = await harness.read('getStatus', {}, { key });
    assert.equal(before.access, 'ALLOWED', 'a new store with credits is not allowed');
    await harness.must({ ...trackCall(harness, undefined, { variation_count: 8 }), key });
    await harness.must({ ...trackCall(harness, undefined, { success: false }), key });
    const after = await harness.read('getStatus', {}, { key });
    const found = [after.quota?.used, after.quota?.limit];
    const expected = [(before.quota?.used ?? 0) + 1, before.quota?.limit];
    assert.equal(found, expected, 'the quota does not follow the debits');
    const query = await harness.read('getStatus', {}, { key: null, query: { api_key: key } });
    assert.equal(query, after, 'a key in the query gets another answer');
  }),
  stateCell('generateTryon.debit', 'a try-on that is generated', async (harness, assert) => {
    const key = await harness.keyIn('fresh_store', 'trackTryon');
    const { token } = await makeShopper(harness, 5, { key });
    const start = await poolAfterOne(harness, key);
    const valid = await validCall(harness, 'generateTryon', { key });
    const form =
      valid.body && 'form' in valid.body
        ? { ...valid.body, form: { ...valid.body.form, variation_count: '2' } }
        : undefined;
    const headers = { 'X-End-Customer-Token': token };
    const body = await harness.read({ ...valid, headers, body: form, key });
    const counts = [body.images.length, body.variation_count];
    assert.equal(counts, [2, 2], 'there are not as many pictures as were asked for');
    const quota = { used: 1, limit: 5, remaining: 4 };
    assert.equal(body.end_customer_quota, quota, 'the shopper’s quota is not what is left');
    assert.equal(await poolAfterOne(harness, key), start - 2, 'a try-on does not take one credit');
  }),
  stateCell('generateTryon.no-debit', 'a photo that is refused, and an analysis', async (harness, assert) => {
    const key = await harness.keyIn('fresh_store', 'trackTryon');
    const start = await poolAfterOne(harness, key);
    const valid = await validCall(harness, 'generateTryon', { key });
    const form = valid.body && 'form' in valid.body ? valid.body.form : {};
    const photo = { bytes: Buffer.from('no picture'), type: 'image/png' };
    const refused = await harness.send({ ...valid, body: { form, photo }, key });
    assert.status(refused, 422, 'a file that is no picture is taken');
    await harness.must({ ...(await validCall(harness, 'analyzePhoto', { key })), key });
    assert.equal(await poolAfterOne(harness, key), start - 1, 'what generates nothing took a credit');
  }),
];
