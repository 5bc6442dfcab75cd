import { WebhookVerificationError } from './error.ts';

/** A Fetch `Headers`, Node's `IncomingHttpHeaders`, or any plain record; names in any case. */
export type WebhookRequestHeaders =
  | { get(name: string): string | null | undefined }
  | { readonly [name: string]: string | readonly string[] | null | undefined };

/** @throws TypeError for what holds no headers by name, such as a list of them */
export function requireHeaders(headers: unknown): asserts headers is WebhookRequestHeaders {
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) {
    throw new TypeError("headers: the request's headers by name are needed, or a Fetch Headers");
  }
}

/** The value of a header that may come at most once; `undefined` where it is absent or empty. */
export function singleHeader(headers: WebhookRequestHeaders, name: string): string | undefined {
  let found: string | undefined;
  for (const value of valuesOf(headers, name)) {
    if (typeof value !== 'string') throw new TypeError(`headers: the value of ${name} is not text`);
    if (found !== undefined) {
      throw new WebhookVerificationError('ambiguous_header', `The header ${name} came more than once.`);
    }
    found = value;
  }
  return found || undefined;
}

function valuesOf(headers: WebhookRequestHeaders, name: string): unknown[] {
  const values = isHeaders(headers)
    ? [headers.get(name)]
    : Object.entries(headers)
        .filter(([key]) => key.toLowerCase() === name)
        .map(([, value]) => value);
  return values.flat().filter((value) => value != null);
}

function isHeaders(headers: object): headers is { get(name: string): string | null | undefined } {
  return 'get' in headers && typeof headers.get === 'function';
}
