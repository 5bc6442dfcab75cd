import type { StorefrontOperationId } from '../contract/storefront.ts';
import { isAnswer } from '../drive/answer.ts';
import type { Cell } from '../matrix/cell.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { mints } from '../upstream/behaviours.ts';
import { flowCell } from './flow-cell.ts';

/** How long a minted session token is used. */
export function tokenCells(operationId: StorefrontOperationId): Cell[] {
  if (operationId !== 'getStorefrontStatus' && operationId !== 'proxyTryon') return [];
  const cell = (value: string, title: string, lifetimeSeconds: number, mintsExpected: number) =>
    flowCell({
      operationId,
      value,
      title,
      rules: ['token-kept'],
      async drive(stage) {
        stage.upstream.begin({ createSession: mints({ lifetimeSeconds }) });
        const browser = stage.shopper();
        const first = await browser.call('getStorefrontStatus');
        const second = await browser.call(operationId);
        const minted = stage.upstream.requests.filter(
          (request) => request.operationId === 'createSession',
        ).length;
        const findings: Finding[] = [first, second]
          .filter((outcome) => !isAnswer(outcome) || outcome.status !== 200)
          .map((outcome) =>
            finding('a call was not answered', 200, isAnswer(outcome) ? outcome.status : outcome.failure),
          );
        if (minted !== mintsExpected) {
          findings.push(finding('the number of sessions minted is another', mintsExpected, minted));
        }
        return { 'token-kept': findings };
      },
    });
  return [
    cell('token-kept', 'two calls of one shopper within a token’s life', 900, 1),
    cell('token-about-to-expire', 'a second call when the token has less than a minute left', 60, 2),
  ];
}
