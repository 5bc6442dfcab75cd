import type { ErrorCode } from '@genvoris/contract';
import { createRedact } from '@genvoris/http';
import type { Failure, FailureKind } from '../exchange/failure.ts';
import type { StorefrontOperationId } from '../exchange/routes.ts';
import type { FailureAnswer } from './failure-answer.ts';

/** What the host's log learns of a failure. Every text in it is redacted. */
export interface ErrorReport {
  requestId: string;
  /** The storefront operation; absent for a path that is none. */
  operationId: StorefrontOperationId | undefined;
  kind: FailureKind;
  /** What the browser was told. */
  code: ErrorCode;
  status: number;
  /** What happened, for people. */
  message: string;
  /** The stack of an unforeseen error. */
  stack?: string;
}

/** Failures that say something about the client, not about the shop or about Genvoris. */
const CLIENTS_OWN: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'path_not_allowed',
  'foreign_origin',
  'csrf_mismatch',
  'sign_in_required',
  'allowance_spent',
  'rate_limited',
  'payload_too_large',
  'invalid_request',
  'client_gone',
]);

/** Tells the host of a failure that is not the client's own. */
export type Reporter = (
  failure: Failure,
  answer: FailureAnswer,
  exchange: { requestId: string; operationId: StorefrontOperationId | undefined },
) => void;

export function createReporter(settings: {
  apiKey: string;
  secret: string;
  onError: ((report: ErrorReport) => void) | undefined;
}): Reporter {
  const { onError } = settings;
  const redact = createRedact([settings.apiKey, settings.secret], { credentials: true });
  return (failure, { status, body }, { requestId, operationId }) => {
    if (onError === undefined || CLIENTS_OWN.has(failure.kind)) return;
    const { kind } = failure;
    const { code } = body;
    try {
      const report: ErrorReport = {
        ...{ requestId, operationId, kind, code, status },
        message: redact(describe(failure)),
      };
      if (failure.kind === 'internal' && failure.cause instanceof Error && failure.cause.stack !== undefined)
        report.stack = redact(failure.cause.stack);
      onError(report);
    } catch {
      // A log that throws must not take the answer with it.
    }
  };
}

function describe(failure: Failure): string {
  switch (failure.kind) {
    case 'upstream_refused':
      return `${failure.operationId} answered ${failure.status} ${failure.error ?? failure.code}`;
    case 'upstream_failed':
      return `${failure.operationId} failed: ${failure.fault}${cause(failure.cause)}`;
    case 'internal':
      return `unforeseen${cause(failure.cause)}${failure.after ? `, after ${describe(failure.after)}` : ''}`;
    default:
      return failure.kind;
  }
}

function cause(value: unknown): string {
  if (value === undefined) return '';
  if (value instanceof Error) return ` (${value.name}: ${value.message})`;
  return typeof value === 'string' ? ` (${value})` : ` (${JSON.stringify(value)})`;
}
