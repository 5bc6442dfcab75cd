import {
  type Call,
  operation,
  PROVIDER_OPERATIONS,
  type ProviderOperationId,
  takesKeyInBody,
  withJson,
} from '../calls/call.ts';
import { type ProviderCell, stateCell } from '../cells/provider-cell.ts';
import { validCall } from '../fixtures/valid-call.ts';
import type { ProviderHarness } from '../harness/harness.ts';

/** What must hold of every operation that takes an `Idempotency-Key`. */
export function idempotencyCells(): ProviderCell[] {
  return PROVIDER_OPERATIONS.filter(takesIdempotencyKey).flatMap((operationId) => [
    stateCell(
      `${operationId}.idempotent-replay`,
      'the same request three times with one key',
      async (harness, assert) => {
        const call = await keyed(harness, operationId);
        const first = await harness.must(call);
        for (let count = 0; count < 2; count += 1) {
          const again = await harness.send(call);
          assert.same(again, first, 'a repeat gets another answer');
        }
        // A report says what it left: without an effect in between, the next one leaves one less.
        if (operationId !== 'trackTryon') return;
        const next = await harness.read(withKey(call, harness.fresh('key-')));
        assert.equal(next.remaining_credits, first.body.remaining_credits - 1, 'a repeat was debited');
      },
    ),
    stateCell(
      `${operationId}.idempotent-conflict`,
      'another request with the same key',
      async (harness, assert) => {
        const call = await keyed(harness, operationId);
        const first = await harness.must(call);
        const other = await validCall(harness, operationId);
        const changed = takesKeyInBody(operationId) ? withJson(other, { product_title: 'Another' }) : other;
        const conflict = await harness.send({ ...changed, headers: { ...call.headers } });
        assert.refused(conflict, 422, 'idempotency_conflict', 'a key is taken for two requests');
        const again = await harness.send(call);
        assert.same(again, first, 'after a conflict the first answer is gone');
      },
    ),
    stateCell(
      `${operationId}.idempotent-race`,
      'the same request six times at once with one key',
      async (harness, assert) => {
        const call = await keyed(harness, operationId);
        const replies = await Promise.all(Array.from({ length: 6 }, () => harness.send(call)));
        const [first] = replies;
        for (const reply of replies) assert.same(reply, first, 'two requests at once get two answers');
        assert.that((first?.status ?? 0) < 300, 'the request fails', 'a success', first?.status);
      },
    ),
    stateCell(`${operationId}.idempotent-scope`, 'one key in two stores', async (harness, assert) => {
      const second = harness.secondKey();
      const call = await keyed(harness, operationId);
      const first = await harness.must(call);
      const foreign = otherAnswer(await validCall(harness, operationId, { key: second }));
      const reply = await harness.send({ ...foreign, headers: { ...call.headers }, key: second });
      assert.status(reply, first.status, 'a key of another store is in the way');
      assert.that(
        JSON.stringify(reply.body) !== JSON.stringify(first.body),
        'another store gets the first one’s answer',
      );
    }),
  ]);
}

/** The answer to events says how many they were, and nothing else that would tell two stores apart. */
function otherAnswer(call: Call): Call {
  if (call.operationId !== 'trackEvents') return call;
  const event = { sessionId: 'visit-of-another-store', eventType: 'CLOSED' };
  return { ...call, body: { json: { events: [event, event, event] } } };
}

function takesIdempotencyKey(operationId: ProviderOperationId): boolean {
  return operation(operationId).parameters.some(({ name }) => name === 'Idempotency-Key');
}

async function keyed(harness: ProviderHarness, operationId: ProviderOperationId): Promise<Call> {
  return withKey(await validCall(harness, operationId), harness.fresh('key-'));
}

function withKey(call: Call, key: string): Call {
  return { ...call, headers: { ...call.headers, 'Idempotency-Key': key } };
}
