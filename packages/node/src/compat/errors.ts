/** What a `GenvorisAPIError` is made from. */
export interface GenvorisAPIErrorFields {
  status: number;
  code: string;
  message?: string | undefined;
  requestId?: string | undefined;
}

/** Thrown where the portal answered with an error. */
export class GenvorisAPIError extends Error {
  /** The HTTP status. */
  readonly status: number;
  /** The portal's code, such as `not_found`; `unknown_error` where it sent none. */
  readonly code: string;
  /** `X-Request-Id` of the answer; quote it to support. */
  readonly requestId: string | undefined;

  constructor({ status, code, message, requestId }: GenvorisAPIErrorFields) {
    super(message ?? code);
    this.name = 'GenvorisAPIError';
    this.status = status;
    this.code = code;
    this.requestId = requestId;
  }
}

/** Thrown for 401 and 403: the key is missing, wrong or may not do this. */
export class GenvorisAuthError extends GenvorisAPIError {
  override readonly name = 'GenvorisAuthError';
}

/** Thrown for 429, once the retries are spent. */
export class GenvorisRateLimitError extends GenvorisAPIError {
  override readonly name = 'GenvorisRateLimitError';
  /** Seconds to wait. */
  readonly retryAfterSeconds: number;

  constructor(fields: GenvorisAPIErrorFields & { retryAfterSeconds?: number | undefined }) {
    super(fields);
    this.retryAfterSeconds = fields.retryAfterSeconds ?? 60;
  }
}

/** Thrown for 400 and 422: the request is not what the operation takes. */
export class GenvorisValidationError extends GenvorisAPIError {
  override readonly name = 'GenvorisValidationError';
  /** JSON pointers into the request to what is wrong there. */
  readonly fieldErrors: Record<string, string[]>;

  constructor(fields: GenvorisAPIErrorFields & { fieldErrors?: Record<string, string[]> | undefined }) {
    super(fields);
    this.fieldErrors = fields.fieldErrors ?? {};
  }
}
