import { assertNever, type PortalErrorCode } from '@genvoris/contract';
import type { ApiErrorDetail } from '../../foundation/api-error.ts';
import type { DebitOutcome } from './debit.ts';

export const SESSION_ENDED = 'The session was revoked or is unknown.';

/** The portal's error for an outcome; undefined for those that are none. */
export function refusalOf(
  outcome: DebitOutcome,
): { readonly error: PortalErrorCode; readonly more: ApiErrorDetail } | undefined {
  switch (outcome) {
    case 'debited':
    case 'failed':
      return undefined;
    case 'quota_exhausted':
    case 'no_plan':
    case 'paused':
    case 'cancelled':
      return { error: 'end_customer_quota', more: { reason: outcome } };
    case 'credit_limit_reached':
    case 'account_inactive':
    case 'idempotency_conflict':
      return { error: outcome, more: {} };
    case 'invalid_session_token':
      return { error: outcome, more: { detail: SESSION_ENDED } };
    case 'stale_key':
      return { error: 'invalid_key', more: {} };
    default:
      return assertNever(outcome);
  }
}
