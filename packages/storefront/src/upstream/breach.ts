import { type OperationValidators, validateResponseWith } from '@genvoris/contract/validation';
import { exchangeConnectCode } from '@genvoris/contract/validators/connect';
import { getStatus } from '@genvoris/contract/validators/status';
import { analyzePhoto, generateTryon } from '@genvoris/contract/validators/tryon';
import {
  createConversion,
  createPlan,
  createReturn,
  createSession,
  trackEvents,
  upsertCustomer,
} from '@genvoris/contract/validators/v1';
import type { UpstreamOperationId } from './endpoint.ts';

// By name: the validators of all operations are five times what a shop then bundles.
const VALIDATORS: { readonly [operationId in UpstreamOperationId]: OperationValidators } = {
  getStatus,
  upsertCustomer,
  createSession,
  createPlan,
  trackEvents,
  createConversion,
  createReturn,
  analyzePhoto,
  generateTryon,
  exchangeConnectCode,
};

/** Where a successful answer breaks the contract, for the log; `undefined` if it keeps it. */
export function findBreach(
  operationId: UpstreamOperationId,
  status: number,
  value: unknown,
): string | undefined {
  const valid = validateResponseWith(VALIDATORS, operationId, status, value);
  return valid.ok ? undefined : `breaks the contract at ${valid.errors[0]?.path || '/'}`;
}
