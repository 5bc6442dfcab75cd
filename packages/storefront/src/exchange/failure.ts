import type {
  EndCustomerQuotaReason,
  ErrorCode,
  ErrorReason,
  OperationId,
  PortalErrorCode,
} from '@genvoris/contract';

/** Why a request is not answered with what it asked for. What is private in it goes to the log, never on the wire. */
export type Failure =
  | { kind: 'path_not_allowed' }
  /** The signed-in user may not do in the shop what the operation asks for. */
  | { kind: 'not_capable' }
  | { kind: 'foreign_origin'; origin: 'other' | 'null' | 'absent' }
  | { kind: 'csrf_mismatch' }
  /** The platform's own proxy, through which its pages come, did not vouch for the request; `detail` says why. */
  | { kind: 'unproxied'; detail: string }
  | { kind: 'sign_in_required' }
  /** A message from server to server is not signed by whom it says; `why` is for the log. */
  | { kind: 'invalid_signature'; why: string }
  /** The shop has no key to call Genvoris with, or none that can be opened. */
  | { kind: 'not_connected' }
  /** The shopper's own allowance, by the entitlements. */
  | { kind: 'allowance_spent'; reason: EndCustomerQuotaReason }
  | { kind: 'rate_limited'; retryAfterSeconds: number }
  | { kind: 'payload_too_large'; limit: number }
  /** `fields` names each field that breaks its rule. `detail` goes on the wire: it must not quote the request. */
  | { kind: 'invalid_request'; detail: string; fields?: Record<string, string[]> | undefined }
  /** The upstream answered with an error. */
  | {
      kind: 'upstream_refused';
      operationId: OperationId;
      status: number;
      code: ErrorCode;
      error?: PortalErrorCode | undefined;
      reason?: ErrorReason | undefined;
      retryAfter?: string | undefined;
    }
  /** The upstream did not answer, or not as its contract says. */
  | { kind: 'upstream_failed'; operationId: OperationId; fault: string; cause?: unknown }
  /** The client did not send its body in time; `milliseconds` is how long it was waited for. */
  | { kind: 'upload_too_slow'; milliseconds: number; bytes: number }
  | { kind: 'client_gone' }
  | { kind: 'closing' }
  /** `after` is what had failed before it. */
  | { kind: 'internal'; cause: unknown; after?: Failure | undefined };

/** Thrown where a body is read and the request fails for it. */
export class BodyFailure extends Error {
  readonly failure: Extract<Failure, { kind: BodyFailureKind }>;

  constructor(failure: Extract<Failure, { kind: BodyFailureKind }>) {
    super(failure.kind);
    this.name = 'BodyFailure';
    this.failure = failure;
  }
}

/** Why a body is no longer waited for, as `pacedBody` asks it. */
export function tooSlow(milliseconds: number, bytes: number): BodyFailure {
  return new BodyFailure({ kind: 'upload_too_slow', milliseconds, bytes });
}

export type BodyFailureKind = 'payload_too_large' | 'upload_too_slow';

export type FailureKind = Failure['kind'];

export type Outcome = Answer | Failure;

export interface Answer {
  kind: 'answer';
  body: string | Uint8Array;
  /** Names and values by turns. */
  headers?: readonly string[];
}

export function toAnswer(value: unknown): Answer {
  return { kind: 'answer', body: JSON.stringify(value) };
}
