import type { StorefrontOperationId } from '../contract/storefront.ts';
import type { Browser, CallOptions } from '../drive/browser.ts';
import { type Cell, cellId, type Verdicts } from '../matrix/cell.ts';
import type { Expected } from '../oracle/expected.ts';
import type { Exchange, Judge } from '../rules/exchange.ts';
import { judgeExpected } from '../rules/expected-answer.ts';
import { type Finding, finding } from '../rules/finding.ts';
import type { RuleName } from '../rules/rules.ts';
import type { Stage } from '../run/stage.ts';

export interface FlowCell {
  operationId: StorefrontOperationId;
  value: string;
  title: string;
  rules: readonly RuleName[];
  /** It takes as long as the adapter's own timeout. */
  waits?: boolean;
  drive: (stage: Stage) => Promise<Verdicts>;
}

/** A cell of several calls, or of one that is not the widget's usual one. */
export function flowCell({ operationId, value, title, rules, waits = false, drive }: FlowCell): Cell {
  const id = cellId(operationId, undefined, 'guard', value);
  return { id, operationId, upstream: undefined, dimension: 'guard', title, rules, waits, drive };
}

/** Makes one call and puts down both sides of it. The upstream's script is the caller's to begin. */
export async function exchangeOf(
  stage: Stage,
  browser: Browser,
  operationId: StorefrontOperationId,
  expected: Expected,
  options: CallOptions = {},
): Promise<Exchange> {
  const sent = await browser.request(operationId, options);
  const mark = stage.upstream.requests.length;
  const outcome = await browser.replay(sent);
  await stage.upstream.settle(100);
  const calls = stage.upstream.exchanges(mark);
  const { shopper } = browser.options;
  return {
    operationId,
    upstream: undefined,
    unreachable: false,
    shopper,
    sent,
    outcome,
    calls,
    expected,
    stage,
  };
}

/** Refused as expected, and the upstream heard nothing of it. */
export const judgeRefused: Judge = async (exchange) => [
  ...(await judgeExpected(exchange)),
  ...untouched(exchange.calls),
];

export function untouched(calls: Exchange['calls']): Finding[] {
  return calls.map(({ request }) =>
    finding('the upstream was touched', 'no call', `${request.method} ${request.target}`),
  );
}
