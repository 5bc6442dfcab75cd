import { ACCESS_VALUES, PLANS, parseStatus, type StatusResponse } from '@genvoris/contract';
import { validateResponse } from '@genvoris/contract/validators';
import type { Failure } from '../failure.ts';
import { createSharedCall, LEFT } from './shared-call.ts';
import type { FailureOfCall, Upstream } from './upstream.ts';

export type AccountStatusResult =
  | { kind: 'status'; status: StatusResponse }
  | Extract<Failure, { kind: FailureOfCall }>;

/** Reads the account's status, which is the same for every viewer of the shop. */
export type AccountStatus = (signal: AbortSignal) => Promise<AccountStatusResult>;

export function createAccountStatus(upstream: Upstream): AccountStatus {
  const shared = createSharedCall((signal) => callStatus(upstream, signal));
  return async (signal) => {
    const result = await shared(signal);
    return result === LEFT ? { kind: 'client_gone' } : result;
  };
}

async function callStatus(upstream: Upstream, signal: AbortSignal): Promise<AccountStatusResult> {
  const answer = await upstream.call('getStatus', { signal, unchecked: true });
  if (answer.kind !== 'answered') return answer;
  const status = parseStatus(answer.value);
  return status.access === 'ERROR' ? doubtful(answer.value) : { kind: 'status', status };
}

/**
 * `ERROR` may be what was said, or an `access` that is not known, which reads the same; any other breach
 * of the contract is the upstream's failure.
 */
function doubtful(value: unknown): AccountStatusResult {
  const failed = (fault: string): AccountStatusResult => ({
    kind: 'upstream_failed',
    operationId: 'getStatus',
    fault,
  });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return failed('not an object');
  const readable: Record<string, unknown> = { ...value };
  if (!ACCESS_VALUES.some((access) => access === readable.access)) readable.access = 'ERROR';
  if (typeof readable.plan === 'string' && !PLANS.some((plan) => plan === readable.plan))
    delete readable.plan;
  const valid = validateResponse('getStatus', 200, readable);
  if (!valid.ok) return failed(`breaks the contract at ${valid.errors[0]?.path || '/'}`);
  return { kind: 'status', status: parseStatus(readable) };
}
