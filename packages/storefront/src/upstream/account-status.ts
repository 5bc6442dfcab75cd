import { parseStatus, type StatusResponse, tolerateStatus } from '@genvoris/contract';
import type { CancelSignal } from '../exchange/cancellation.ts';
import type { Failure } from '../exchange/failure.ts';
import { findBreach } from './breach.ts';
import { createSharedCall, type SharedCall } from './shared-call.ts';
import type { FailureOfCall, Upstream } from './upstream.ts';

export type AccountStatusResult =
  | { kind: 'status'; status: StatusResponse }
  | Extract<Failure, { kind: FailureOfCall }>;

/** Reads the account's status, which is the same for every viewer of the shop. */
export type AccountStatus = SharedCall<AccountStatusResult>;

export function createAccountStatus(upstream: Upstream): AccountStatus {
  return createSharedCall((signal) => callStatus(upstream, signal), { kind: 'client_gone' });
}

async function callStatus(upstream: Upstream, signal: CancelSignal): Promise<AccountStatusResult> {
  const answer = await upstream.call('getStatus', { signal, unchecked: true });
  if (answer.kind !== 'answered') return answer;
  const status = parseStatus(answer.value);
  // It is what one reads that breaks the contract, and also what one reads that says so.
  if (status.access === 'ERROR') {
    const fault = findBreach('getStatus', 200, tolerateStatus(answer.value));
    if (fault !== undefined) return { kind: 'upstream_failed', operationId: 'getStatus', fault };
  }
  return { kind: 'status', status };
}
