import { unless } from '../../../core/cells/finding.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import { headerOf, isAnswer } from '../../../core/http/answer.ts';
import { signerOf } from '../browser/signatures.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { exchangeCell } from '../cells/exchange-cell.ts';
import { guardCell } from '../cells/flow-cell.ts';
import { goodAnswer, usualViewer } from '../cells/good-call.ts';
import type { GuestMode } from '../oracle/answers.ts';
import type { AdapterRule } from '../rules/rules.ts';

/** The widget's own call on a good day, and a second one. */
export function plainCells(operationId: StorefrontOperationId, guests: GuestMode): AdapterCell[] {
  const viewer = usualViewer(operationId);
  const rules: AdapterRule[] = ['answer', 'spec', 'request-id', 'private', 'rate-limit-headers'];
  return [
    exchangeCell({
      operationId,
      dimension: 'answer',
      value: 'good-day',
      title: 'the usual call on a good day',
      viewer,
      expected: goodAnswer(operationId, viewer, guests),
      // Servers that call are told nothing of caches: nobody keeps what they are answered.
      rules: signerOf(operationId) ? rules.filter((rule) => rule !== 'private') : rules,
    }),
    guardCell(operationId, 'request-id', 'two-calls', 'two calls, two request ids', async (harness) => {
      harness.upstream.begin({});
      const browser = harness.viewer(viewer);
      const ids: (string | undefined)[] = [];
      for (let i = 0; i < 2; i += 1) {
        const outcome = await browser.call(operationId);
        ids.push(isAnswer(outcome) ? headerOf(outcome, 'x-request-id') : undefined);
      }
      const distinct = ids[0] !== undefined && ids[1] !== undefined && ids[0] !== ids[1];
      return unless(distinct, 'two answers have one id', 'two ids', ids.map(String).join(', '));
    }),
  ];
}
