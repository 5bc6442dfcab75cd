const REQUEST_ID = /^[A-Za-z0-9._-]{8,128}$/;

// Unique to the process, then counted: an id is looked up in logs, it is no secret, and each request has one.
let prefix: string | undefined;
let count = 0;

/** A fresh id for `X-Request-Id`. */
export function createRequestId(): string {
  prefix ??= `req_${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}_`;
  count += 1;
  return prefix + count.toString(36);
}

/** Whether a text has the form that openapi/shared/headers.yaml gives the id. */
export function isRequestId(text: string): boolean {
  return REQUEST_ID.test(text);
}
