import { type Finding, finding } from '../../../core/cells/finding.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import type { Outcome } from '../../../core/http/answer.ts';
import type { BrowserRequest } from '../../../core/http/send.ts';
import type { Browser, CallOptions } from '../browser/browser.ts';
import type { AdapterHarness } from '../harness/harness.ts';
import type { Expected } from '../oracle/expected.ts';
import type { Exchange, Judge } from '../rules/exchange.ts';
import { judgeExpected } from '../rules/expected-answer.ts';

/** Sends a request in the way that is given, and puts down both sides of it. */
export async function observe(
  harness: AdapterHarness,
  browser: Browser,
  sent: BrowserRequest,
  about: Pick<Exchange, 'operationId' | 'expected'> & Partial<Pick<Exchange, 'upstream' | 'unreachable'>>,
  send: () => Promise<Outcome> = () => browser.replay(sent),
  settleMs = 100,
): Promise<Exchange> {
  const mark = harness.upstream.requests.length;
  const outcome = await send();
  await harness.upstream.settle(settleMs);
  const calls = harness.upstream.exchanges(mark).filter(({ request }) => !isTold(request.operationId));
  const { shopper } = browser.options;
  return { upstream: undefined, unreachable: false, ...about, shopper, sent, outcome, calls, harness };
}

// The portal is told of orders whenever it suits the adapter, and of none of the browser's calls.
function isTold(operationId: string | undefined): boolean {
  return operationId === 'createConversion' || operationId === 'createReturn';
}

/** Makes one call and puts down both sides of it. The upstream's script is the caller's to begin. */
export async function exchangeOf(
  harness: AdapterHarness,
  browser: Browser,
  operationId: StorefrontOperationId,
  expected: Expected,
  options: CallOptions = {},
): Promise<Exchange> {
  await harness.provide(browser, operationId);
  return observe(harness, browser, await browser.request(operationId, options), { operationId, expected });
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
