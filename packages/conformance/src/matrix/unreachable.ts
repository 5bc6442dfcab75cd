import { exchangeOf } from '../guards/flow-cell.ts';
import { goodAnswer, usualViewer } from '../guards/good-call.ts';
import type { Judge } from '../rules/exchange.ts';
import { compare, judgeExpected } from '../rules/expected-answer.ts';

/**
 * A host that is down leaves no trace of the call upstream, so an adapter that always fails would pass. The
 * one whose upstream comes back must serve again; the one whose upstream has no address answers what needs none.
 */
export const judgeUnreachable: Judge = async (exchange) => {
  const { operationId, sent, stage } = exchange;
  const findings = judgeExpected(exchange);
  stage.upstream.begin({});
  if (sent.to === stage.settings.target) {
    const viewer = usualViewer(operationId);
    const good = goodAnswer(operationId, viewer, stage.settings.guests);
    const again = judgeExpected(await exchangeOf(stage, stage.viewer(viewer), operationId, good));
    return [
      ...findings,
      ...again.map(({ message, ...rest }) => ({ ...rest, message: `once the upstream is back: ${message}` })),
    ];
  }
  const browser = stage.guest({ target: 'unresolvable' });
  const nonce = await exchangeOf(stage, browser, 'getNonce', { kind: 'documented', status: 200 });
  return [...findings, ...compare(nonce.expected, nonce)];
};
