import type { ProviderOperationId } from '../calls/call.ts';
import { type ProviderCell, requestCell } from '../cells/provider-cell.ts';
import { sharedCall } from '../fixtures/valid-call.ts';
import { assertNoFailure } from './spoilt-cell.ts';

const HOSTILE_IDS = {
  markup: '<script>alert(1)</script>',
  spaces: 'one two three four',
  short: 'a',
  long: 'a'.repeat(129),
};

/** Request ids of the caller's that must not come back as they are. */
export function headerCells(operationId: ProviderOperationId): ProviderCell[] {
  return [
    requestCell(
      `${operationId}.hostile.request-id`,
      'request ids that are not of the documented form',
      async (harness, assert) => {
        const valid = await sharedCall(harness, operationId);
        for (const [name, id] of Object.entries(HOSTILE_IDS)) {
          const reply = await harness.send({ ...valid, headers: { ...valid.headers, 'X-Request-Id': id } });
          assertNoFailure(assert, reply);
          const own = reply.header('x-request-id') !== id;
          assert.that(own, `a request id is taken over as it is (${name})`, 'one of its own', id);
        }
      },
    ),
  ];
}
