import { type ProviderCell, stateCell } from '../cells/provider-cell.ts';
import { makeCustomer, makeShopper } from '../fixtures/fixtures.ts';
import { trackCall, validCall } from '../fixtures/valid-call.ts';
import type { ProviderHarness } from '../harness/harness.ts';

/** What the pool of a store has left: a debit says it, and takes one. */
async function poolAfterOne(harness: ProviderHarness, key: string): Promise<number> {
  return (await harness.must({ ...trackCall(harness), key })).body.remaining_credits;
}

async function ownStore(
  harness: ProviderHarness,
  state: 'fresh_store' | 'few_credits' = 'fresh_store',
): Promise<string> {
  return (await harness.mustEnter(state, 'trackTryon')).apiKey ?? harness.settings.apiKey;
}

/** What must hold of debits. */
export function trackCells(): ProviderCell[] {
  return [
    stateCell({
      operationId: 'trackTryon',
      title: 'try-ons of one and of many variations, with and without a shopper',
      rule: 'debit',
      async drive(harness, assert) {
        const key = await ownStore(harness);
        const { id, token } = await makeShopper(harness, 10, { key });
        const start = await poolAfterOne(harness, key);
        let used = 0;
        for (const [count, [variations, shopper]] of (
          [
            [1, false],
            [16, false],
            [1, true],
            [16, true],
          ] as const
        ).entries()) {
          const call = trackCall(harness, shopper ? token : undefined, { variation_count: variations });
          const { body } = await harness.must({ ...call, key });
          assert.equal(
            body.remaining_credits,
            start - count - 1,
            `a try-on of ${variations} does not take one credit`,
          );
          assert.equal(body.variation_count, variations, 'the count that was reported does not come back');
          if (shopper) used += 1;
          const quota = shopper ? { used, limit: 10, remaining: 10 - used } : undefined;
          assert.equal(body.end_customer_quota, quota, 'the shopper’s quota is not what is left');
        }
        const usage = await harness.must({ operationId: 'getCustomerUsage', params: { id }, key });
        assert.equal(usage.body.data.current.used, 2, 'usage does not say what was debited');
      },
    }),
    stateCell({
      operationId: 'trackTryon',
      title: 'failed and refused try-ons',
      rule: 'no-debit',
      async drive(harness, assert) {
        const key = await ownStore(harness);
        const { id, token } = await makeShopper(harness, 1, { key });
        await harness.must({ ...trackCall(harness, token), key });
        const start = await poolAfterOne(harness, key);
        const { token: noPlan } = (
          await harness.must({
            operationId: 'createSession',
            params: { id: (await makeCustomer(harness, {}, { key })).id },
            key,
          })
        ).body;
        const failed = await harness.send({ ...trackCall(harness, undefined, { success: false }), key });
        assert.status(failed, 200, 'a failed try-on is not taken');
        assert.status(
          await harness.send({ ...trackCall(harness, token), key }),
          402,
          'a spent allowance is debited',
        );
        assert.status(
          await harness.send({ ...trackCall(harness, noPlan), key }),
          402,
          'a customer without a plan is debited',
        );
        assert.status(
          await harness.send({ ...trackCall(harness, 'no.token.atall'), key }),
          401,
          'a token that is none is debited',
        );
        assert.status(
          await harness.send({ ...trackCall(harness, undefined, { variation_count: 0 }), key }),
          400,
          'an invalid report is debited',
        );
        assert.equal(
          await poolAfterOne(harness, key),
          start - 1,
          'something that is no success took a credit',
        );
        const usage = await harness.must({ operationId: 'getCustomerUsage', params: { id }, key });
        assert.equal(usage.body.data.current.used, 1, 'something that is no success was counted');
      },
    }),
    stateCell({
      operationId: 'trackTryon',
      title: 'twenty try-ons at once on an allowance of five',
      value: 'shopper',
      rule: 'exact',
      async drive(harness, assert) {
        const { id, token } = await makeShopper(harness, 5);
        const replies = await Promise.all(
          Array.from({ length: 20 }, () => harness.send(trackCall(harness, token))),
        );
        const debited = replies.filter(({ status }) => status === 200);
        assert.equal(debited.length, 5, 'not as many succeed as are left');
        const left = debited.map(({ body }) => body.end_customer_quota?.remaining).sort();
        assert.equal(left, [0, 1, 2, 3, 4], 'two try-ons were the same one of the allowance');
        const usage = await harness.must({ operationId: 'getCustomerUsage', params: { id } });
        assert.equal(
          usage.body.data.current,
          { used: 5, limit: 5, remaining: 0, ok: false },
          'usage is not what succeeded',
        );
      },
    }),
    stateCell({
      operationId: 'trackTryon',
      title: 'ten try-ons at once on a pool of three',
      value: 'pool',
      rule: 'exact',
      async drive(harness, assert) {
        const key = await ownStore(harness, 'few_credits');
        const replies = await Promise.all(
          Array.from({ length: 10 }, () => harness.send({ ...trackCall(harness), key })),
        );
        const debited = replies.filter(({ status }) => status === 200);
        assert.equal(debited.length, 3, 'not as many succeed as the pool has');
        assert.equal(
          debited.map(({ body }) => body.remaining_credits).sort(),
          [0, 1, 2],
          'two try-ons were the same credit',
        );
        for (const reply of replies.filter(({ status }) => status !== 200))
          assert.refused(reply, 402, ['credit_limit_reached'], 'an empty pool is not named');
        const status = await harness.must({ operationId: 'getStatus', key });
        assert.equal(status.body.access, 'EXHAUSTED', 'the status of an empty store is another');
      },
    }),
    stateCell({
      operationId: 'trackTryon',
      title: 'everything wrong at once, then one thing less each time',
      rule: 'order',
      async drive(harness, assert) {
        const { token: foreign } = await makeShopper(harness, 5, { key: harness.secondKey() });
        const { token: noPlan } = (
          await harness.must({
            operationId: 'createSession',
            params: { id: (await makeCustomer(harness)).id },
          })
        ).body;
        const badKey = 'gvk_live_nobody_has_this_key';
        const steps: [word: string, call: Parameters<typeof harness.send>[0]][] = [
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
    }),
    stateCell({
      operationId: 'getStatus',
      title: 'as try-ons are debited',
      rule: 'effect',
      async drive(harness, assert) {
        const key = await ownStore(harness);
        const before = (await harness.must({ operationId: 'getStatus', key })).body;
        assert.equal(before.access, 'ALLOWED', 'a new store with credits is not allowed');
        await harness.must({ ...trackCall(harness, undefined, { variation_count: 8 }), key });
        await harness.must({ ...trackCall(harness, undefined, { success: false }), key });
        const after = (await harness.must({ operationId: 'getStatus', key })).body;
        assert.equal(
          [after.quota?.used, after.quota?.limit],
          [(before.quota?.used ?? 0) + 1, before.quota?.limit],
          'the quota does not follow the debits',
        );
        const query = await harness.must({ operationId: 'getStatus', key: null, query: { api_key: key } });
        assert.equal(query.body, after, 'a key in the query gets another answer');
      },
    }),
    stateCell({
      operationId: 'generateTryon',
      title: 'a try-on that is generated',
      rule: 'debit',
      async drive(harness, assert) {
        const key = await ownStore(harness);
        const { token } = await makeShopper(harness, 5, { key });
        const start = await poolAfterOne(harness, key);
        const valid = await validCall(harness, 'generateTryon', { key });
        const form =
          valid.body && 'form' in valid.body
            ? { ...valid.body, form: { ...valid.body.form, variation_count: '2' } }
            : undefined;
        const headers = { 'X-End-Customer-Token': token };
        const { body } = await harness.must({ ...valid, headers, body: form, key });
        assert.equal(
          [body.images.length, body.variation_count],
          [2, 2],
          'there are not as many pictures as were asked for',
        );
        assert.equal(
          body.end_customer_quota,
          { used: 1, limit: 5, remaining: 4 },
          'the shopper’s quota is not what is left',
        );
        assert.equal(await poolAfterOne(harness, key), start - 2, 'a try-on does not take one credit');
      },
    }),
    stateCell({
      operationId: 'generateTryon',
      title: 'a photo that is refused, and an analysis',
      rule: 'no-debit',
      async drive(harness, assert) {
        const key = await ownStore(harness);
        const start = await poolAfterOne(harness, key);
        const valid = await validCall(harness, 'generateTryon', { key });
        const form = valid.body && 'form' in valid.body ? valid.body.form : {};
        const photo = { bytes: Buffer.from('no picture'), type: 'image/png' };
        assert.status(
          await harness.send({ ...valid, body: { form, photo }, key }),
          422,
          'a file that is no picture is taken',
        );
        await harness.must({ ...(await validCall(harness, 'analyzePhoto', { key })), key });
        assert.equal(await poolAfterOne(harness, key), start - 1, 'what generates nothing took a credit');
      },
    }),
  ];
}
