import type {
  EndCustomerQuotaReason,
  ErrorCode,
  PhotoRejectedReason,
  PortalErrorCode,
} from '@genvoris/contract';

/** What a refusal says beside its code. */
export interface ApiErrorDetail {
  /** More about this one occurrence; it is sent. */
  readonly detail?: string;
  readonly reason?: EndCustomerQuotaReason | PhotoRejectedReason;
  /** With `end_customer_quota`: what the customer has used of the period, and what it allows. */
  readonly used?: number;
  readonly limit?: number;
  /** JSON pointer into the request to what is wrong there. */
  readonly fieldErrors?: Readonly<Record<string, readonly string[]>>;
  /** Seconds until it is worth trying again. */
  readonly retryAfter?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Written in this family, whatever the operation's own. */
  readonly family?: 'error';
}

/**
 * An answer that is not the one asked for. Thrown, so that a transaction it leaves is rolled back.
 *
 * The code is of either family; the operation's own decides how it is written (api/http/answer.ts).
 */
export class ApiError extends Error {
  readonly code: PortalErrorCode | ErrorCode;
  readonly more: ApiErrorDetail;
  constructor(code: PortalErrorCode | ErrorCode, more: ApiErrorDetail = {}) {
    super(code);
    this.name = 'ApiError';
    this.code = code;
    this.more = more;
  }
}

/** `invalid_body` about one field. */
export function invalidField(pointer: string, sentence: string): ApiError {
  return new ApiError('invalid_body', { fieldErrors: { [pointer]: [sentence] } });
}
