/** A fresh id for `X-Request-Id`, in the form openapi/shared/headers.yaml gives it. */
export function createRequestId(): string {
  return `req_${crypto.randomUUID()}`;
}
