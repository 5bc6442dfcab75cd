import { operation, type ProviderOperationId } from '../calls/call.ts';
import { describe, type Reply } from '../calls/reply.ts';
import type { ProviderCell } from '../cells/provider-cell.ts';
import type { CellRule } from '../cells/rules.ts';
import type { Assertions } from '../harness/assertions.ts';
import { type BodyVariant, bodyVariants } from '../schema/body-variants.ts';
import { assertInvalid, assertNoFailure, assertTaken, spoiltCell } from './spoilt-cell.ts';

/** What can be sent in a JSON body, as the schema says. */
export async function bodyCells(operationId: ProviderOperationId): Promise<ProviderCell[]> {
  const { invalid, atBounds, awkward } = await bodyVariants(operationId);
  const cell = (
    rule: CellRule,
    { name, apply }: BodyVariant,
    title: string,
    judge: (assert: Assertions, reply: Reply) => void,
  ) =>
    spoiltCell(
      operationId,
      `${rule}.${name}`,
      title,
      (valid) => ({
        ...valid,
        body: { json: apply(valid.body && 'json' in valid.body ? valid.body.json : {}) },
      }),
      judge,
    );
  const named = invalid.filter(({ pointer }) => pointer !== '' && pointer !== '/metadata');
  // Whatever is not what was issued is refused there as invalid: the fields are credentials.
  const bounds = operationId === 'exchangeConnectCode' ? [] : atBounds;
  return [
    ...invalid.map((one) =>
      cell('invalid', one, `${one.pointer || 'the body'} breaks its schema`, assertInvalid),
    ),
    ...named.map((one) =>
      cell('field-errors', one, `the refusal names ${one.pointer}`, assertNames(one.pointer)),
    ),
    ...bounds.map((one) => cell('bounds', one, `${one.pointer} is at a bound of its schema`, assertTaken)),
    ...awkward.map((one) => cell('hostile', one, `${one.pointer} is allowed and awkward`, assertNoFailure)),
  ];
}

function assertNames(pointer: string) {
  return (assert: Assertions, reply: Reply): void => {
    // The other family has one sentence for all.
    if (operation(reply.call.operationId).spec === 'tryon') return;
    const named = Object.keys((reply.body?.fieldErrors as object | undefined) ?? {});
    const holds = named.some((name) => name === pointer || name.startsWith(`${pointer}/`));
    assert.that(holds, 'the refusal does not name the field', pointer, describe(reply));
    const [first] = named.filter((name) => name !== '');
    if (first !== undefined)
      assert.equal(reply.body?.detail, first, 'detail is not the first field that is named');
  };
}
