import { exampleOf, successOf } from '../../../core/contract/documented.ts';
import { type StorefrontOperationId, takesPhoto, upstreamOf } from '../../../core/contract/storefront.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { type ExchangeCell, exchangeCell } from '../cells/exchange-cell.ts';
import { goodAnswer } from '../cells/good-call.ts';
import { judgeRefused } from '../cells/observe.ts';
import type { GuestMode, Viewer } from '../oracle/answers.ts';
import type { Judge } from '../rules/exchange.ts';
import { judgeExpected } from '../rules/expected-answer.ts';
import { judgeTokenUpstream } from '../rules/upstream-bodies.ts';
import { judgeUpstreamCall } from '../rules/upstream-requests.ts';
import { mints } from '../upstream/behaviours.ts';

const judgeGuest: Judge = async (exchange) =>
  exchange.expected.kind === 'error'
    ? judgeRefused(exchange)
    : [...(await judgeExpected(exchange)), ...(await judgeUpstreamCall(exchange))];

/** Who is asking: a guest, a shopper, a shopper without a plan. */
export function viewerCells(operationId: StorefrontOperationId, guests: GuestMode): AdapterCell[] {
  const cell = (
    value: string,
    title: string,
    viewer: Viewer,
    more: Pick<ExchangeCell, 'rules' | 'judges'> & Partial<ExchangeCell>,
  ) =>
    exchangeCell({
      operationId,
      value,
      title,
      viewer,
      expected: goodAnswer(operationId, viewer, guests),
      ...more,
    });
  const cells: AdapterCell[] = [];
  if (upstreamOf(operationId).some(({ when }) => when === 'shopper') || takesPhoto(operationId)) {
    cells.push(
      cell('guest', 'a guest asks', 'guest', { rules: ['guest', 'spec'], judges: { guest: judgeGuest } }),
    );
  }
  if (operationId === 'getStorefrontStatus') {
    cells.push(
      cell('shopper', 'a signed-in shopper asks', 'shopper', {
        rules: ['answer', 'session-token', 'shopper-view', 'identity', 'request-body', 'spec'],
      }),
    );
  }
  if (operationId === 'proxyTryon') {
    const judge =
      (hasPlan: boolean): Judge =>
      (exchange) =>
        judgeTokenUpstream(exchange, hasPlan);
    cells.push(
      cell('shopper-with-plan', 'a shopper who has a plan tries on', 'shopper', {
        rules: ['session-token', 'identity', 'request-body'],
        judges: { 'session-token': judge(true) },
      }),
      cell('shopper-without-plan', 'a shopper without a plan tries on', 'shopper', {
        script: { createSession: mints({ hasPlan: false }), upsertCustomer: withoutPlan() },
        rules: ['session-token', 'answer'],
        judges: { 'session-token': judge(false) },
      }),
    );
    if (guests === 'allowed') {
      cells.push(
        cell('guest-token', 'a guest tries on', 'guest', {
          rules: ['session-token'],
          judges: { 'session-token': judge(false) },
        }),
      );
    }
  }
  return cells;
}

function withoutPlan() {
  return { status: 200, body: exampleOf('upsertCustomer', successOf('upsertCustomer'), 'without_plan') };
}
