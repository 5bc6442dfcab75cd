import { type Finding, finding } from '../../../core/cells/finding.ts';
import { isAnswer, jsonObjectOf } from '../../../core/http/answer.ts';
import type { Exchange } from './exchange.ts';

/** What the shopper may do, as the oracle says it for this access value. */
export function judgeShopperView({ outcome, expected }: Exchange): Finding[] {
  if (expected.kind !== 'status') return [];
  const body = jsonObjectOf(outcome);
  if (!body)
    return [
      finding(
        'there is no status to read',
        'a JSON object',
        isAnswer(outcome) ? outcome.body.toString() : outcome.failure,
      ),
    ];
  const findings: Finding[] = [];
  for (const name of ['canTryOn', 'ctaType'] as const) {
    if (body[name] !== expected[name])
      findings.push(finding(`${name} is another`, expected[name], body[name] ?? 'none'));
  }
  if ((body.remaining ?? null) !== expected.remaining) {
    findings.push(finding('remaining is another', expected.remaining, body.remaining));
  }
  return findings;
}

/** The token in a status: the one that was minted for this very shopper, or none. */
export function judgeStatusToken({ outcome, expected, calls }: Exchange): Finding[] {
  if (expected.kind !== 'status') return [];
  const body = jsonObjectOf(outcome);
  if (!body) return [finding('there is no status to read')];
  const { sessionToken } = body;
  const minted = calls
    .filter(({ request }) => request.operationId === 'createSession')
    .map(
      ({ answer }) =>
        answer && (JSON.parse(Buffer.from(answer.body).toString()) as { token?: unknown }).token,
    );
  if (sessionToken === undefined) {
    return expected.token === 'present'
      ? [finding('a signed-in shopper gets no session token', minted[0] ?? 'a token', 'none')]
      : [];
  }
  if (expected.token === 'absent') return [finding('a guest gets a session token', 'none', sessionToken)];
  return minted.includes(sessionToken)
    ? []
    : [finding('the session token was not minted for this call', minted, sessionToken)];
}
