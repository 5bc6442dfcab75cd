import { withJson } from '../answers/refusals.ts';
import {
  type Call,
  operation,
  PROVIDER_OPERATIONS,
  type ProviderOperationId,
  takesKeyInBody,
} from '../call.ts';
import { type ProviderCell, stateCell } from '../provider-cell.ts';
import { soundCall } from '../sound-call.ts';
import type { ProviderStage } from '../stage.ts';

/** What must hold of every operation that takes an `Idempotency-Key`. */
export function idempotencyCells(): ProviderCell[] {
  return PROVIDER_OPERATIONS.filter(takesIdempotencyKey).flatMap((operationId) => [
    stateCell({
      operationId,
      title: 'the same request three times with one key',
      rule: 'idempotent-replay',
      async drive(stage, claims) {
        const call = await keyed(stage, operationId);
        const first = await stage.must(call);
        for (let count = 0; count < 2; count += 1) {
          const again = await stage.send(call);
          claims.equal(
            [again.status, again.body],
            [first.status, first.body],
            'a repeat gets another answer',
          );
        }
        // A report says what it left: without an effect in between, the next one leaves one less.
        if (operationId !== 'trackTryon') return;
        const next = await stage.must(withKey(call, stage.fresh('key-')));
        claims.equal(next.body.remaining_credits, first.body.remaining_credits - 1, 'a repeat was debited');
      },
    }),
    stateCell({
      operationId,
      title: 'another request with the same key',
      rule: 'idempotent-conflict',
      async drive(stage, claims) {
        const call = await keyed(stage, operationId);
        const first = await stage.must(call);
        const other = await soundCall(stage, operationId);
        const changed = takesKeyInBody(operationId) ? withJson(other, { product_title: 'Another' }) : other;
        const conflict = await stage.send({ ...changed, headers: { ...call.headers } });
        claims.refused(conflict, 422, ['idempotency_conflict'], 'a key is taken for two requests');
        const again = await stage.send(call);
        claims.equal(
          [again.status, again.body],
          [first.status, first.body],
          'after a conflict the first answer is gone',
        );
      },
    }),
    stateCell({
      operationId,
      title: 'the same request six times at once with one key',
      rule: 'idempotent-race',
      async drive(stage, claims) {
        const call = await keyed(stage, operationId);
        const replies = await Promise.all(Array.from({ length: 6 }, () => stage.send(call)));
        const [first] = replies;
        for (const reply of replies)
          claims.equal(
            [reply.status, reply.body],
            [first?.status, first?.body],
            'two requests at once get two answers',
          );
        claims.that((first?.status ?? 0) < 300, 'the request fails', 'a success', first?.status);
      },
    }),
    stateCell({
      operationId,
      title: 'one key in two stores',
      rule: 'idempotent-scope',
      async drive(stage, claims) {
        const second = stage.secondKey();
        const call = await keyed(stage, operationId);
        const first = await stage.must(call);
        const foreign = await soundCall(stage, operationId, { key: second });
        const reply = await stage.send({ ...foreign, headers: { ...call.headers }, key: second });
        claims.status(reply, first.status, 'a key of another store is in the way');
        claims.that(
          JSON.stringify(reply.body) !== JSON.stringify(first.body),
          'another store gets the first one’s answer',
        );
      },
    }),
  ]);
}

function takesIdempotencyKey(operationId: ProviderOperationId): boolean {
  return operation(operationId).parameters.some(({ name }) => name === 'Idempotency-Key');
}

async function keyed(stage: ProviderStage, operationId: ProviderOperationId): Promise<Call> {
  return withKey(await soundCall(stage, operationId), stage.fresh('key-'));
}

function withKey(call: Call, key: string): Call {
  return { ...call, headers: { ...call.headers, 'Idempotency-Key': key } };
}
