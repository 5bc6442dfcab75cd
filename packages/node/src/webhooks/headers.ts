import { WebhookVerificationError } from './error.ts';

/** A Fetch `Headers`, Node's `IncomingHttpHeaders`, or any plain record; names in any case. */
export type WebhookRequestHeaders =
  | { get(name: string): string | null }
  | { readonly [name: string]: string | readonly string[] | undefined };

/** The value of a header that may come at most once; `undefined` where it is absent or empty. */
export function singleHeader(headers: WebhookRequestHeaders, name: string): string | undefined {
  if (isHeaders(headers)) return headers.get(name) || undefined;
  let found: string | undefined;
  for (const [key, value] of Object.entries(headers)) {
    if (key.toLowerCase() !== name || value === undefined) continue;
    const values = typeof value === 'string' ? [value] : value;
    for (const each of values) {
      if (found !== undefined) {
        throw new WebhookVerificationError('ambiguous_header', `The header ${name} came more than once.`);
      }
      found = each;
    }
  }
  return found || undefined;
}

function isHeaders(headers: WebhookRequestHeaders): headers is { get(name: string): string | null } {
  return typeof (headers as { get?: unknown }).get === 'function';
}
