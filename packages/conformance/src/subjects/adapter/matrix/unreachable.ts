import { goodAnswer, usualViewer } from '../cells/good-call.ts';
import { exchangeOf } from '../cells/observe.ts';
import type { Judge } from '../rules/exchange.ts';
import { judgeExpected } from '../rules/expected-answer.ts';

/**
 * A host that is down leaves no trace of the call upstream, so an adapter that always fails would pass. The
 * one whose upstream comes back must serve again; the one whose upstream has no address answers what needs none.
 */
export const judgeUnreachable: Judge = async (exchange) => {
  const { operationId, sent, harness } = exchange;
  const findings = judgeExpected(exchange);
  harness.upstream.begin({});
  if (sent.to === harness.settings.target) {
    const viewer = usualViewer(operationId);
    const good = goodAnswer(operationId, viewer, harness.settings.guests);
    const again = judgeExpected(await exchangeOf(harness, harness.viewer(viewer), operationId, good));
    return [
      ...findings,
      ...again.map(({ message, ...rest }) => ({ ...rest, message: `once the upstream is back: ${message}` })),
    ];
  }
  const browser = harness.guest('unresolvable');
  const nonce = await exchangeOf(harness, browser, 'getNonce', { kind: 'documented', status: 200 });
  return [...findings, ...judgeExpected(nonce)];
};
