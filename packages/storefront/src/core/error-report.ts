import type { ErrorCode } from '@genvoris/contract';
import { createRedact } from '@genvoris/http';
import type { Failure, FailureKind } from '../exchange/failure.ts';
import type { StorefrontOperationId } from '../exchange/routes.ts';
import type { FailureAnswer } from './failure-answer.ts';

/** What the host's log learns of a failure, or of what `identify` gave and cannot be used. Every text in it is redacted. */
export interface ErrorReport {
  requestId: string;
  /** The storefront operation; absent for a path that is none. */
  operationId: StorefrontOperationId | undefined;
  /** `identity_ignored` is no failure: a part of the identity was left out, and the request went on. */
  kind: FailureKind | 'identity_ignored';
  /** What the browser was told; `undefined` where the request went on. */
  code: ErrorCode | undefined;
  status: number | undefined;
  /** What happened, for people. */
  message: string;
  /** The stack of an unforeseen error. */
  stack?: string | undefined;
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

interface Exchange {
  readonly requestId: string;
  readonly operationId: StorefrontOperationId | undefined;
}

/** What the host is told. It never throws. */
export interface Reporter {
  /** A failure, unless it is the client's own. */
  failed(failure: Failure, answer: FailureAnswer, exchange: Exchange): void;
  /** A field of the identity that breaks a rule. */
  ignored(field: string, rule: string, exchange: Exchange): void;
}

export function createReporter(settings: {
  apiKey: string;
  secret: string;
  onError: ((report: ErrorReport) => void) | undefined;
}): Reporter {
  const { onError } = settings;
  const redact = createRedact([settings.apiKey, settings.secret], { credentials: true });
  const tell = (report: ErrorReport) => {
    try {
      const told: unknown = onError?.({ ...report, message: redact(report.message) });
      // A log that fails must not take the answer with it, nor the process.
      if (told instanceof Promise) told.catch(() => {});
    } catch {}
  };
  return {
    failed(failure, { status, body: { code } }, { requestId, operationId }) {
      if (CLIENTS_OWN.has(failure.kind)) return;
      const report = { requestId, operationId, kind: failure.kind, code, status, message: describe(failure) };
      const stack = failure.kind === 'internal' && failure.cause instanceof Error && failure.cause.stack;
      tell(stack ? { ...report, stack: redact(stack) } : report);
    },
    ignored(field, rule, { requestId, operationId }) {
      const message = `${field} of what identify gave is left out: it ${rule}`;
      tell({
        ...{ requestId, operationId, kind: 'identity_ignored', message },
        ...{ code: undefined, status: undefined },
      });
    },
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
    case 'invalid_signature':
      return `a message's signature is refused: ${failure.why}`;
    case 'unproxied':
      return failure.detail;
    case 'upload_too_slow':
      return `the client sent ${failure.bytes} bytes of its body in ${failure.milliseconds} ms and was waited for no longer`;
    default:
      return failure.kind;
  }
}

function cause(value: unknown): string {
  if (value === undefined) return '';
  if (value instanceof Error) return ` (${value.name}: ${value.message})`;
  try {
    return ` (${typeof value === 'string' ? value : JSON.stringify(value)})`;
  } catch {
    return ` (a ${typeof value})`;
  }
}
