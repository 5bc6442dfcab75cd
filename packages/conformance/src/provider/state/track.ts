import { trackCall } from '../answers/refusals.ts';
import { makeCustomer, makeShopper } from '../fixtures.ts';
import { type ProviderCell, stateCell } from '../provider-cell.ts';
import { soundCall } from '../sound-call.ts';
import type { ProviderStage } from '../stage.ts';

/** What the pool of a store has left: a debit says it, and takes one. */
async function poolAfterOne(stage: ProviderStage, key: string): Promise<number> {
  return (await stage.must({ ...trackCall(stage), key })).body.remaining_credits;
}

async function ownStore(stage: ProviderStage, state = 'fresh_store'): Promise<string> {
  return (await stage.mustEnter(state, 'trackTryon')).apiKey ?? stage.settings.apiKey;
}

/** What must hold of debits. */
export function trackCells(): ProviderCell[] {
  return [
    stateCell({
      operationId: 'trackTryon',
      title: 'try-ons of one and of many variations, with and without a shopper',
      rule: 'debit',
      async drive(stage, claims) {
        const key = await ownStore(stage);
        const { id, token } = await makeShopper(stage, 10, { key });
        const start = await poolAfterOne(stage, key);
        let used = 0;
        for (const [count, [variations, shopper]] of (
          [
            [1, false],
            [16, false],
            [1, true],
            [16, true],
          ] as const
        ).entries()) {
          const call = trackCall(stage, shopper ? token : undefined, { variation_count: variations });
          const { body } = await stage.must({ ...call, key });
          claims.equal(
            body.remaining_credits,
            start - count - 1,
            `a try-on of ${variations} does not take one credit`,
          );
          claims.equal(body.variation_count, variations, 'the count that was reported does not come back');
          if (shopper) used += 1;
          const quota = shopper ? { used, limit: 10, remaining: 10 - used } : undefined;
          claims.equal(body.end_customer_quota, quota, 'the shopper’s quota is not what is left');
        }
        const usage = await stage.must({ operationId: 'getCustomerUsage', params: { id }, key });
        claims.equal(usage.body.data.current.used, 2, 'usage does not say what was debited');
      },
    }),
    stateCell({
      operationId: 'trackTryon',
      title: 'failed and refused try-ons',
      rule: 'no-debit',
      async drive(stage, claims) {
        const key = await ownStore(stage);
        const { id, token } = await makeShopper(stage, 1, { key });
        await stage.must({ ...trackCall(stage, token), key });
        const start = await poolAfterOne(stage, key);
        const { token: noPlan } = (
          await stage.must({
            operationId: 'createSession',
            params: { id: (await makeCustomer(stage, {}, { key })).id },
            key,
          })
        ).body;
        const failed = await stage.send({ ...trackCall(stage, undefined, { success: false }), key });
        claims.status(failed, 200, 'a failed try-on is not taken');
        claims.status(
          await stage.send({ ...trackCall(stage, token), key }),
          402,
          'a spent allowance is debited',
        );
        claims.status(
          await stage.send({ ...trackCall(stage, noPlan), key }),
          402,
          'a customer without a plan is debited',
        );
        claims.status(
          await stage.send({ ...trackCall(stage, 'no.token.atall'), key }),
          401,
          'a token that is none is debited',
        );
        claims.status(
          await stage.send({ ...trackCall(stage, undefined, { variation_count: 0 }), key }),
          400,
          'an invalid report is debited',
        );
        claims.equal(await poolAfterOne(stage, key), start - 1, 'something that is no success took a credit');
        const usage = await stage.must({ operationId: 'getCustomerUsage', params: { id }, key });
        claims.equal(usage.body.data.current.used, 1, 'something that is no success was counted');
      },
    }),
    stateCell({
      operationId: 'trackTryon',
      title: 'twenty try-ons at once on an allowance of five',
      value: 'shopper',
      rule: 'exact',
      async drive(stage, claims) {
        const { id, token } = await makeShopper(stage, 5);
        const replies = await Promise.all(
          Array.from({ length: 20 }, () => stage.send(trackCall(stage, token))),
        );
        const debited = replies.filter(({ status }) => status === 200);
        claims.equal(debited.length, 5, 'not as many succeed as are left');
        const left = debited.map(({ body }) => body.end_customer_quota?.remaining).sort();
        claims.equal(left, [0, 1, 2, 3, 4], 'two try-ons were the same one of the allowance');
        const usage = await stage.must({ operationId: 'getCustomerUsage', params: { id } });
        claims.equal(
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
      async drive(stage, claims) {
        const key = await ownStore(stage, 'few_credits');
        const replies = await Promise.all(
          Array.from({ length: 10 }, () => stage.send({ ...trackCall(stage), key })),
        );
        const debited = replies.filter(({ status }) => status === 200);
        claims.equal(debited.length, 3, 'not as many succeed as the pool has');
        claims.equal(
          debited.map(({ body }) => body.remaining_credits).sort(),
          [0, 1, 2],
          'two try-ons were the same credit',
        );
        for (const reply of replies.filter(({ status }) => status !== 200))
          claims.refused(reply, 402, ['credit_limit_reached'], 'an empty pool is not named');
        const status = await stage.must({ operationId: 'getStatus', key });
        claims.equal(status.body.access, 'EXHAUSTED', 'the status of an empty store is another');
      },
    }),
    stateCell({
      operationId: 'trackTryon',
      title: 'everything wrong at once, then one thing less each time',
      rule: 'order',
      async drive(stage, claims) {
        const { token: foreign } = await makeShopper(stage, 5, { key: stage.secondKey() });
        const { token: noPlan } = (
          await stage.must({ operationId: 'createSession', params: { id: (await makeCustomer(stage)).id } })
        ).body;
        const badKey = 'gvk_live_nobody_has_this_key';
        const steps: [word: string, call: Parameters<typeof stage.send>[0]][] = [
          ['unauthorized', { ...trackCall(stage, foreign), secret: 'wrong', key: badKey }],
          ['invalid_key', { ...trackCall(stage, 'no.token.atall'), key: badKey }],
          ['invalid_session_token', trackCall(stage, 'no.token.atall')],
          ['token_store_mismatch', trackCall(stage, foreign)],
          ['end_customer_quota.no_plan', trackCall(stage, noPlan)],
        ];
        for (const [word, call] of steps) {
          const reply = await stage.send(call);
          claims.refused(reply, reply.status, [word], 'not the first thing that is wrong is named');
        }
      },
    }),
    stateCell({
      operationId: 'getStatus',
      title: 'as try-ons are debited',
      rule: 'effect',
      async drive(stage, claims) {
        const key = await ownStore(stage);
        const before = (await stage.must({ operationId: 'getStatus', key })).body;
        claims.equal(before.access, 'ALLOWED', 'a new store with credits is not allowed');
        await stage.must({ ...trackCall(stage, undefined, { variation_count: 8 }), key });
        await stage.must({ ...trackCall(stage, undefined, { success: false }), key });
        const after = (await stage.must({ operationId: 'getStatus', key })).body;
        claims.equal(
          [after.quota?.used, after.quota?.limit],
          [(before.quota?.used ?? 0) + 1, before.quota?.limit],
          'the quota does not follow the debits',
        );
        const query = await stage.must({ operationId: 'getStatus', key: null, query: { api_key: key } });
        claims.equal(query.body, after, 'a key in the query gets another answer');
      },
    }),
    stateCell({
      operationId: 'generateTryon',
      title: 'a try-on that is generated',
      rule: 'debit',
      async drive(stage, claims) {
        const key = await ownStore(stage);
        const { token } = await makeShopper(stage, 5, { key });
        const start = await poolAfterOne(stage, key);
        const sound = await soundCall(stage, 'generateTryon', { key });
        const form =
          sound.body && 'form' in sound.body
            ? { ...sound.body, form: { ...sound.body.form, variation_count: '2' } }
            : undefined;
        const headers = { 'X-End-Customer-Token': token };
        const { body } = await stage.must({ ...sound, headers, body: form, key });
        claims.equal(
          [body.images.length, body.variation_count],
          [2, 2],
          'there are not as many pictures as were asked for',
        );
        claims.equal(
          body.end_customer_quota,
          { used: 1, limit: 5, remaining: 4 },
          'the shopper’s quota is not what is left',
        );
        claims.equal(await poolAfterOne(stage, key), start - 2, 'a try-on does not take one credit');
      },
    }),
    stateCell({
      operationId: 'generateTryon',
      title: 'a photo that is refused, and an analysis',
      rule: 'no-debit',
      async drive(stage, claims) {
        const key = await ownStore(stage);
        const start = await poolAfterOne(stage, key);
        const sound = await soundCall(stage, 'generateTryon', { key });
        const form = sound.body && 'form' in sound.body ? sound.body.form : {};
        const photo = { bytes: Buffer.from('no picture'), type: 'image/png' };
        claims.status(
          await stage.send({ ...sound, body: { form, photo }, key }),
          422,
          'a file that is no picture is taken',
        );
        await stage.must({ ...(await soundCall(stage, 'analyzePhoto', { key })), key });
        claims.equal(await poolAfterOne(stage, key), start - 1, 'what generates nothing took a credit');
      },
    }),
  ];
}
