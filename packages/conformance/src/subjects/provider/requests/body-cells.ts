import { finding } from '../../../core/cells/finding.ts';
import { type Call, operation, type ProviderOperationId } from '../calls/call.ts';
import { describe, type Reply } from '../calls/reply.ts';
import { type ProviderCell, requestCell } from '../cells/provider-cell.ts';
import { sharedCall } from '../fixtures/valid-call.ts';
import type { Assertions } from '../harness/assertions.ts';
import type { ProviderHarness } from '../harness/harness.ts';
import { type BodyVariant, bodyVariants } from '../schema/body-variants.ts';

/** The words for a request that is not as documented, by family; `metadata_too_large` is a kind of it. */
export const INVALID_WORDS = ['invalid_body', 'invalid_request', 'metadata_too_large'];

/** What can be sent in a JSON body, as the schema says. */
export async function bodyCells(operationId: ProviderOperationId): Promise<ProviderCell[]> {
  const { invalid, atBounds, awkward } = await bodyVariants(operationId);
  return [
    ...invalid.map((variant) =>
      requestCell(
        `${operationId}.invalid.${variant.name}`,
        `${variant.pointer || 'the body'} breaks its schema`,
        async (harness, assert) => {
          assertInvalid(assert, await sendVariant(harness, operationId, variant));
        },
      ),
    ),
    ...invalid
      .filter(({ pointer }) => pointer !== '' && pointer !== '/metadata')
      .map((variant) =>
        requestCell(
          `${operationId}.field-errors.${variant.name}`,
          `the refusal names ${variant.pointer}`,
          async (harness, assert) => {
            assertNamed(assert, await sendVariant(harness, operationId, variant), variant.pointer);
          },
        ),
      ),
    // Whatever is not what was issued is refused there as invalid: the fields are credentials.
    ...(operationId === 'exchangeConnectCode' ? [] : atBounds).map((variant) =>
      requestCell(
        `${operationId}.bounds.${variant.name}`,
        `${variant.pointer} is at a bound of its schema`,
        async (harness, assert) => {
          assertTaken(assert, await sendVariant(harness, operationId, variant));
        },
      ),
    ),
    ...awkward.map((variant) =>
      requestCell(
        `${operationId}.hostile.${variant.name}`,
        `${variant.pointer} is allowed and awkward`,
        async (harness, assert) => {
          assertNoFailure(assert, await sendVariant(harness, operationId, variant));
        },
      ),
    ),
  ];
}

async function sendVariant(
  harness: ProviderHarness,
  operationId: ProviderOperationId,
  { apply }: BodyVariant,
): Promise<Reply> {
  const valid = await sharedCall(harness, operationId);
  const json = valid.body && 'json' in valid.body ? valid.body.json : {};
  const call: Call = { ...valid, body: { json: apply(json) } };
  return harness.send(call);
}

export function assertInvalid(assert: Assertions, reply: Reply): void {
  assert.refused(reply, 400, INVALID_WORDS, 'what breaks the schema is not refused as invalid');
}

function assertNamed(assert: Assertions, { body, call, outcome, ...rest }: Reply, pointer: string): void {
  // The other family has one sentence for all.
  if (operation(call.operationId).spec === 'tryon') return;
  const named = Object.keys((body?.fieldErrors as object | undefined) ?? {});
  const holds = named.some((name) => name === pointer || name.startsWith(`${pointer}/`));
  if (!holds)
    assert.findings.push(
      finding('the refusal does not name the field', pointer, describe({ body, call, outcome, ...rest })),
    );
}

/** It may still be refused for what it means, such as a plan that does not exist; not for its form. */
export function assertTaken(assert: Assertions, reply: Reply): void {
  const { status } = reply;
  const formRefused = status === 400 || status === 413 || status === 415 || status >= 500 || status === 0;
  assert.that(
    !formRefused,
    'what the schema allows is refused for its form',
    'anything but 400',
    describe(reply),
  );
}

export function assertNoFailure(assert: Assertions, reply: Reply): void {
  const answered = reply.status >= 200 && reply.status < 500;
  assert.that(
    answered,
    'an allowed value makes the server fail',
    'a documented answer below 500',
    describe(reply),
  );
}
