import type {
  EndCustomerQuotaReason,
  ErrorCode,
  PhotoRejectedReason,
  PortalErrorCode,
} from '@genvoris/contract';
import type { TransportFailureKind, TransportPhase } from './transport/failure.ts';

/** Codes of a call that has no answer: `refused`, `reset`, `truncated`, … */
export type GenvorisConnectionCode = Exclude<TransportFailureKind, 'timeout' | 'aborted' | 'invalid_request'>;

/** Every `code` an error of this package can have. */
export type GenvorisErrorCode =
  | ErrorCode
  | PortalErrorCode
  | GenvorisConnectionCode
  | 'unexpected_status'
  | 'contract_violation'
  | 'timeout'
  | 'aborted'
  | 'invalid_options'
  | 'invalid_call';

export interface GenvorisErrorFields {
  status?: number | undefined;
  requestId?: string | undefined;
  retryAfter?: number | undefined;
  reason?: string | undefined;
  cause?: unknown;
}

/** What every error of this package has. It never holds a key, a token, a header or a query. */
export abstract class GenvorisError extends Error {
  /** Stable; branch on it. */
  abstract readonly code: GenvorisErrorCode;
  readonly status: number | undefined;
  /** `X-Request-Id` of the answer; quote it to support. */
  readonly requestId: string | undefined;
  /** Seconds the server asks to wait. */
  readonly retryAfter: number | undefined;
  readonly reason: string | undefined;

  constructor(message: string, fields: GenvorisErrorFields = {}) {
    super(message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.status = fields.status;
    this.requestId = fields.requestId;
    this.retryAfter = fields.retryAfter;
    this.reason = fields.reason;
  }

  /** Without the stack and the cause, for structured logs. */
  toJSON(): Record<string, unknown> {
    const { name, code, message, status, requestId, retryAfter, reason } = this;
    return { name, code, message, status, requestId, retryAfter, reason };
  }
}

export interface GenvorisApiErrorFields extends GenvorisErrorFields {
  status: number;
  catalogue?: 'code' | 'error' | null | undefined;
  rawCode?: string | undefined;
  /** @deprecated Use `catalogue`. */
  family?: 'code' | 'error' | null | undefined;
  /** @deprecated Use `rawCode`. */
  word?: string | undefined;
  reason?: EndCustomerQuotaReason | PhotoRejectedReason | (string & {}) | undefined;
  detail?: string | undefined;
  fieldErrors?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** Thrown where the server answered with an error. */
export class GenvorisApiError extends GenvorisError {
  override readonly name = 'GenvorisApiError';
  /** A code of the contract, or `unexpected_status` for an answer without a code that the contract knows. */
  readonly code: ErrorCode | PortalErrorCode | 'unexpected_status';
  declare readonly status: number;
  /** Which catalogue the code is of: the portal's (`error`) or the backend's (`code`). */
  readonly catalogue: 'code' | 'error' | null;
  /** The code that the server sent, also where this version does not know it. */
  readonly rawCode: string | undefined;
  declare readonly reason: EndCustomerQuotaReason | PhotoRejectedReason | (string & {}) | undefined;
  readonly detail: string | undefined;
  /** JSON pointers into the request to what is wrong there. */
  readonly fieldErrors: Readonly<Record<string, readonly string[]>> | undefined;

  constructor(
    code: ErrorCode | PortalErrorCode | 'unexpected_status',
    message: string,
    fields: GenvorisApiErrorFields,
  ) {
    super(message, fields);
    this.code = code;
    this.catalogue = fields.catalogue ?? fields.family ?? null;
    this.rawCode = fields.rawCode ?? fields.word;
    this.detail = fields.detail;
    this.fieldErrors = fields.fieldErrors;
  }

  /** @deprecated Use `catalogue`. */
  get family(): 'code' | 'error' | null {
    return this.catalogue;
  }

  /** @deprecated Use `rawCode`. */
  get word(): string | undefined {
    return this.rawCode;
  }
}

/** Thrown where there is no answer: the connection failed, or gave something that is not one. */
export class GenvorisConnectionError extends GenvorisError {
  override readonly name = 'GenvorisConnectionError';
  readonly code: GenvorisConnectionCode;

  constructor(code: GenvorisConnectionCode, message: string, fields?: GenvorisErrorFields) {
    super(message, fields);
    this.code = code;
  }
}

/** Thrown where the deadline of the last attempt passed, before the headers or in the middle of the body. */
export class GenvorisTimeoutError extends GenvorisError {
  override readonly name = 'GenvorisTimeoutError';
  readonly code = 'timeout';
  readonly phase: TransportPhase;
  readonly timeoutMs: number;

  constructor(message: string, phase: TransportPhase, timeoutMs: number) {
    super(message);
    this.phase = phase;
    this.timeoutMs = timeoutMs;
  }
}

/** Thrown where the caller's signal ended the call; its reason is the `cause`. */
export class GenvorisAbortError extends GenvorisError {
  override readonly name = 'GenvorisAbortError';
  readonly code = 'aborted';
}

/** One place where an answer differs from its spec. */
export interface ContractBreach {
  /** JSON pointer into the body; empty for the body as a whole. */
  path: string;
  message: string;
}

/** Thrown where the server answered something that its spec does not allow. */
export class GenvorisContractError extends GenvorisError {
  override readonly name = 'GenvorisContractError';
  readonly code = 'contract_violation';
  readonly operationId: string;
  readonly breaches: readonly ContractBreach[];

  constructor(operationId: string, breaches: readonly ContractBreach[], fields: GenvorisErrorFields) {
    const [first] = breaches;
    const where = first === undefined || first.path === '' ? 'the body' : first.path;
    super(
      `The answer to ${operationId} breaks its contract: ${where} ${first?.message ?? ''}`.trim(),
      fields,
    );
    this.operationId = operationId;
    this.breaches = breaches;
  }

  /** Where the first breach is. */
  get path(): string {
    return this.breaches[0]?.path ?? '';
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), operationId: this.operationId, breaches: this.breaches };
  }
}

/** Thrown where an option or an argument cannot be right; nothing was sent. */
export class GenvorisUsageError extends GenvorisError {
  override readonly name = 'GenvorisUsageError';
  readonly code: 'invalid_options' | 'invalid_call';
  /** The option's or parameter's name. */
  readonly option: string;

  constructor(code: 'invalid_options' | 'invalid_call', option: string, message: string) {
    super(`${option}: ${message}`);
    this.code = code;
    this.option = option;
  }
}

/** Every error of this package, to be told apart by `code` or by class. */
export type AnyGenvorisError =
  | GenvorisApiError
  | GenvorisConnectionError
  | GenvorisTimeoutError
  | GenvorisAbortError
  | GenvorisContractError
  | GenvorisUsageError;

/**
 * Returns whether an error is of this package, narrowed so that a `switch` on `code` is typed.
 *
 * @example if (isGenvorisError(error) && error.code === 'rate_limited') await wait(error.retryAfter);
 */
export function isGenvorisError(error: unknown): error is AnyGenvorisError {
  return error instanceof GenvorisError;
}
