import type { StorefrontOperationId } from '../contract/storefront.ts';
import { headerOf, isAnswer } from '../drive/answer.ts';
import type { Cell } from '../matrix/cell.ts';
import { exchangeCell } from '../matrix/exchange-cell.ts';
import type { GuestMode } from '../oracle/answers.ts';
import { finding } from '../rules/finding.ts';
import type { RuleName } from '../rules/rules.ts';
import { flowCell } from './flow-cell.ts';
import { goodAnswer, usualViewer } from './good-call.ts';

/** The widget's own call on a good day, and a second one. */
export function plainCells(operationId: StorefrontOperationId, guests: GuestMode): Cell[] {
  const viewer = usualViewer(operationId);
  const rules: RuleName[] = ['answer', 'spec', 'request-id', 'private', 'rate-limit-headers'];
  return [
    exchangeCell({
      operationId,
      upstream: undefined,
      dimension: 'answer',
      value: 'good-day',
      title: 'the usual call on a good day',
      viewer,
      script: {},
      expected: goodAnswer(operationId, viewer, guests),
      rules: operationId === 'receiveWebhook' ? rules.filter((rule) => rule !== 'private') : rules,
    }),
    flowCell({
      operationId,
      value: 'two-calls',
      title: 'two calls, two request ids',
      rules: ['request-id'],
      async drive(stage) {
        stage.upstream.begin({});
        const browser = stage.viewer(viewer);
        const ids: (string | undefined)[] = [];
        for (let i = 0; i < 2; i += 1) {
          const outcome = await browser.call(operationId);
          ids.push(isAnswer(outcome) ? headerOf(outcome, 'x-request-id') : undefined);
        }
        const distinct = ids[0] !== undefined && ids[1] !== undefined && ids[0] !== ids[1];
        return {
          'request-id': distinct
            ? []
            : [finding('two answers have one id', 'two ids', ids.map(String).join(', '))],
        };
      },
    }),
  ];
}
