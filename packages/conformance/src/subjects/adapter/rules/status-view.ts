import { type Finding, finding, unless } from '../../../core/cells/finding.ts';
import { isAnswer, jsonObjectOf } from '../../../core/http/answer.ts';
import { type Exchange, mintedIn } from './exchange.ts';

/** What the shopper may do, as the oracle says it for this access value. */
export function judgeShopperView({ outcome, expected }: Exchange): Finding[] {
  if (expected.kind !== 'status') return [];
  const body = jsonObjectOf(outcome);
  const got = isAnswer(outcome) ? outcome.body.toString() : outcome.failure;
  if (!body) return [finding('there is no status to read', 'a JSON object', got)];
  const { canTryOn, ctaType, remaining } = body;
  return [
    ...unless(canTryOn === expected.canTryOn, 'canTryOn is another', expected.canTryOn, canTryOn ?? 'none'),
    ...unless(ctaType === expected.ctaType, 'ctaType is another', expected.ctaType, ctaType ?? 'none'),
    ...unless(
      (remaining ?? null) === expected.remaining,
      'remaining is another',
      expected.remaining,
      remaining,
    ),
  ];
}

/** The token in a status: the one that was minted for this very shopper, or none. */
export function judgeStatusToken({ outcome, expected, calls }: Exchange): Finding[] {
  if (expected.kind !== 'status') return [];
  const body = jsonObjectOf(outcome);
  if (!body) return [finding('there is no status to read')];
  const { sessionToken } = body;
  const minted = mintedIn(calls).map((session) => session?.token);
  if (sessionToken === undefined) {
    const [token = 'a token'] = minted;
    return unless(expected.token !== 'present', 'a signed-in shopper gets no session token', token, 'none');
  }
  if (expected.token === 'absent') return [finding('a guest gets a session token', 'none', sessionToken)];
  const own = minted.includes(String(sessionToken));
  return unless(own, 'the session token was not minted for this call', minted, sessionToken);
}
