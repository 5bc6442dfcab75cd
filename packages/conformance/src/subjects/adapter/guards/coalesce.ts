import { setTimeout as sleep } from 'node:timers/promises';
import { unless } from '../../../core/cells/finding.ts';
import { success } from '../../../core/contract/documented.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import { jsonObjectOf } from '../../../core/http/answer.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { guardCell } from '../cells/flow-cell.ts';

const ASKERS = 8;

export function coalesceCells(operationId: StorefrontOperationId): AdapterCell[] {
  if (operationId !== 'getStorefrontStatus') return [];
  return [
    guardCell(
      operationId,
      'coalesce',
      'at-the-same-time',
      `${ASKERS} guests ask at the same time`,
      async (harness) => {
        const { promise: held, resolve: release } = Promise.withResolvers<void>();
        harness.upstream.begin({ getStatus: () => held.then(() => success('getStatus')) });
        const asking = Array.from({ length: ASKERS }, () => harness.guest().call(operationId));
        const first = await harness.upstream.seen(
          ({ operationId: id, target }) => id === 'getStatus' || target.startsWith('/status'),
          1000,
        );
        // Time enough for the others to arrive, and well within any sensible timeout.
        await sleep(80);
        const calls = harness.upstream.requests.length;
        release();
        const answers = await Promise.all(asking);
        const served = answers.filter((answer) => jsonObjectOf(answer)?.access === 'ALLOWED').length;
        const got = `${calls} calls for ${ASKERS} askers`;
        return [
          ...unless(first !== undefined, 'the upstream was not asked at all'),
          ...unless(
            calls <= 1,
            'identical calls at the same time were not made one',
            'one call upstream',
            got,
          ),
          ...unless(served === ASKERS, 'not everybody got the answer', `${ASKERS} statuses`, served),
        ];
      },
    ),
  ];
}
