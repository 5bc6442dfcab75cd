import type { ProviderOperationId } from '../call.ts';
import { type ProviderCell, requestCell } from '../provider-cell.ts';
import { sharedCall } from '../sound-call.ts';
import { claimNoFailure } from './body-cells.ts';

const HOSTILE_IDS = {
  markup: '<script>alert(1)</script>',
  spaces: 'one two three four',
  short: 'a',
  long: 'a'.repeat(129),
};

/** Request ids of the caller's that must not come back as they are. */
export function headerCells(operationId: ProviderOperationId): ProviderCell[] {
  return [
    requestCell({
      operationId,
      value: 'hostile.request-id',
      title: 'request ids that are not of the documented form',
      rule: 'hostile',
      async drive(stage, claims) {
        const sound = await sharedCall(stage, operationId);
        for (const [name, id] of Object.entries(HOSTILE_IDS)) {
          const reply = await stage.send({ ...sound, headers: { ...sound.headers, 'X-Request-Id': id } });
          claimNoFailure(claims, reply);
          claims.that(
            reply.header('x-request-id') !== id,
            `a request id is taken over as it is (${name})`,
            'one of its own',
            id,
          );
        }
      },
    }),
  ];
}
