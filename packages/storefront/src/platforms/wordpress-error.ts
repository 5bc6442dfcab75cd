import type { FailureAnswer } from '../core/failure-answer.ts';
import type { Failure } from '../exchange/failure.ts';

/** WordPress's own words, for what WordPress itself would refuse. */
const OWN: { readonly [kind in Failure['kind']]?: { code: string; message: string; status: number } } = {
  csrf_mismatch: { code: 'rest_cookie_invalid_nonce', message: 'Cookie check failed', status: 403 },
  not_capable: { code: 'rest_forbidden', message: 'Sorry, you are not allowed to do that.', status: 403 },
};

/** An error in the form of WordPress's REST API: `{code, message, data: {status}}`, the contract's words in it. */
export function toWordPressError(failure: Failure, answer: FailureAnswer): { status: number; body: unknown } {
  const { status, ...body } = OWN[failure.kind] ?? { ...answer.body, status: answer.status };
  return { status, body: { ...body, data: { status } } };
}
