const REQUEST_ID = /^[A-Za-z0-9._-]{8,128}$/;

/** A fresh id for `X-Request-Id`. */
export function createRequestId(): string {
  return `req_${crypto.randomUUID()}`;
}

/** Whether a text has the form that openapi/shared/headers.yaml gives the id. */
export function isRequestId(text: string): boolean {
  return REQUEST_ID.test(text);
}
