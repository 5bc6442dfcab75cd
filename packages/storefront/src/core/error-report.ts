import type { ErrorCode } from '@genvoris/contract';
import { createRedact } from '@genvoris/http';
import type { Failure, FailureKind } from '../exchange/failure.ts';
import type { NoteKind } from '../exchange/note.ts';
import type { StorefrontOperationId } from '../exchange/routes.ts';
import type { CredentialTrouble, TellTrouble } from '../vault/credentials.ts';
import type { FailureAnswer } from './failure-answer.ts';

/** What the host's log learns of a failure, or of what `identify` gave and cannot be used. Every text in it is redacted. */
export interface ErrorReport {
  /** Empty for what is of no one request, such as `reconnect_needed`. */
  requestId: string;
  /** The storefront operation; absent for a path that is none. */
  operationId: StorefrontOperationId | undefined;
  /**
   * A `NoteKind` is no failure: the request went on. The others beside the failures are told once, not with each request: `reconnect_needed` when the vault's secret cannot be opened,
   * `not_connected` when there is none, `vault_failed` when its storage failed.
   */
  kind: FailureKind | NoteKind | CredentialTrouble;
  /** What the browser was told; `undefined` where the request went on. */
  code: ErrorCode | undefined;
  status: number | undefined;
  /** What happened, for people. */
  message: string;
  /** The stack of an unforeseen error. */
  stack?: string | undefined;
}

/** Failures that say something about the client, or are told once and not with each request. */
const UNTOLD: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'path_not_allowed',
  'not_capable',
  'foreign_origin',
  'csrf_mismatch',
  'sign_in_required',
  'not_connected',
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
  /** What the host should know of a request that went on. */
  told(kind: NoteKind, message: string, exchange: Exchange): void;
  /** Trouble with the store's credentials. */
  troubled: TellTrouble;
}

/** `secrets` are those of the moment: what is told holds none of them. */
export function createReporter(
  onError: ((report: ErrorReport) => void) | undefined,
  secrets: () => readonly string[],
): Reporter {
  const tell = ({ stack, ...report }: ErrorReport) => {
    try {
      const redact = createRedact(secrets(), { credentials: true });
      const message = redact(report.message);
      const told: unknown = onError?.({ ...report, message, ...(stack && { stack: redact(stack) }) });
      // A log that fails must not take the answer with it, nor the process.
      if (told instanceof Promise) told.catch(() => {});
    } catch {}
  };
  return {
    failed(failure, { status, body: { code } }, { requestId, operationId }) {
      if (UNTOLD.has(failure.kind)) return;
      const report = { requestId, operationId, kind: failure.kind, code, status, message: describe(failure) };
      const stack = failure.kind === 'internal' && failure.cause instanceof Error && failure.cause.stack;
      tell({ ...report, ...(stack && { stack }) });
    },
    told(kind, message, { requestId, operationId }) {
      tell({ requestId, operationId, kind, message, code: undefined, status: undefined });
    },
    troubled: (kind, message) =>
      tell({ requestId: '', operationId: undefined, kind, message, code: undefined, status: undefined }),
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
