import type { Call, ProviderOperationId } from '../calls/call.ts';
import { describe, type Reply } from '../calls/reply.ts';
import { type ProviderCell, requestCell } from '../cells/provider-cell.ts';
import type { CellRule } from '../cells/rules.ts';
import { sharedCall } from '../fixtures/valid-call.ts';
import type { Assertions } from '../harness/assertions.ts';
import type { ProviderHarness } from '../harness/harness.ts';

/** Makes of a request that nothing is wrong with the one that a cell is about. */
export type Spoil = (valid: Call, harness: ProviderHarness) => Call;

/** A cell of one request, spoilt in one way, and of what its answer must be. */
export function spoiltCell(
  operationId: ProviderOperationId,
  name: `${CellRule}.${string}`,
  title: string,
  spoil: Spoil,
  judge: (assert: Assertions, reply: Reply) => void,
): ProviderCell {
  return requestCell(`${operationId}.${name}`, title, async (harness, assert) => {
    const valid = await sharedCall(harness, operationId);
    judge(assert, await harness.send(spoil(valid, harness)));
  });
}

/** The words for a request that is not as documented, by family; `metadata_too_large` is a kind of it. */
export const INVALID_WORDS = ['invalid_body', 'invalid_request', 'metadata_too_large'];

export function assertInvalid(assert: Assertions, reply: Reply): void {
  assert.refused(reply, 400, INVALID_WORDS, 'what breaks the schema is not refused as invalid');
}

/** It may still be refused for what it means, such as a plan that does not exist; not for its form. */
export function assertTaken(assert: Assertions, reply: Reply): void {
  const { status } = reply;
  const formRefused = status === 400 || status === 413 || status === 415 || status >= 500 || status === 0;
  const sentence = 'what the schema allows is refused for its form';
  assert.that(!formRefused, sentence, 'anything but 400', describe(reply));
}

export function assertNoFailure(assert: Assertions, reply: Reply): void {
  const answered = reply.status >= 200 && reply.status < 500;
  const sentence = 'an allowed value makes the server fail';
  assert.that(answered, sentence, 'a documented answer below 500', describe(reply));
}
