import { finding, unless } from '../../../core/cells/finding.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import { isAnswer } from '../../../core/http/answer.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { guardCell } from '../cells/flow-cell.ts';
import { mints } from '../upstream/behaviours.ts';

/** How long a minted session token is used. */
export function tokenCells(operationId: StorefrontOperationId): AdapterCell[] {
  if (operationId !== 'getStorefrontStatus' && operationId !== 'proxyTryon') return [];
  const cell = (value: string, title: string, lifetimeSeconds: number, mintsExpected: number) =>
    guardCell(operationId, 'token-kept', value, title, async (harness) => {
      harness.upstream.begin({ createSession: mints({ lifetimeSeconds }) });
      const browser = harness.shopper();
      const first = await browser.call('getStorefrontStatus');
      const second = await browser.call(operationId);
      const { requests } = harness.upstream;
      const minted = requests.filter((request) => request.operationId === 'createSession').length;
      const failed = [first, second]
        .filter((outcome) => !isAnswer(outcome) || outcome.status !== 200)
        .map((outcome) =>
          finding('a call was not answered', 200, isAnswer(outcome) ? outcome.status : outcome.failure),
        );
      const right = minted === mintsExpected;
      return [...failed, ...unless(right, 'the number of sessions minted is another', mintsExpected, minted)];
    });
  return [
    cell('token-kept', 'two calls of one shopper within a token’s life', 900, 1),
    cell('token-about-to-expire', 'a second call when the token has less than a minute left', 60, 2),
  ];
}
