import { assertNever } from '@genvoris/contract';
import { ApiError } from '../../foundation/api-error.ts';
import type { DebitResult } from './debit.ts';

export const SESSION_ENDED = 'The session was revoked or is unknown.';

/** The error that a debit is answered with; undefined for the outcomes that are none. */
export function toDebitError({ outcome, quota }: DebitResult): ApiError | undefined {
  switch (outcome) {
    case 'debited':
    case 'failed':
      return undefined;
    case 'quota_exhausted':
    case 'no_plan':
    case 'paused':
    case 'cancelled':
      return new ApiError('end_customer_quota', {
        reason: outcome,
        ...(quota && { used: quota.used, limit: quota.limit }),
      });
    case 'credit_limit_reached':
    case 'account_inactive':
    case 'idempotency_conflict':
      return new ApiError(outcome);
    case 'invalid_session_token':
      return new ApiError(outcome, { detail: SESSION_ENDED });
    case 'stale_key':
      return new ApiError('invalid_key');
    default:
      return assertNever(outcome);
  }
}
