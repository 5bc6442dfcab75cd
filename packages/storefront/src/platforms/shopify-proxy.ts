import type { Failure } from '../exchange/failure.ts';
import type { StorefrontRequest } from '../exchange/request.ts';
import type { Route } from '../exchange/routes.ts';

/** What Shopify says of a request that it forwards from a page of the shop. */
export interface ForwardedRequest {
  kind: 'forwarded';
  /** The customer who is signed in; `undefined` is a guest. */
  customerId: string | undefined;
  /** 64 hex digits. Its text says the second at most, so that two requests may have the same. */
  signature: string;
  /** When the signature was made (milliseconds). */
  at: number;
}

export type Unproxied = Extract<Failure, { kind: 'unproxied' }>;

/** How far a signature may be off, to either side. */
export const TOLERANCE_MS = 90_000;

const SIGNATURE = /^[0-9a-f]{64}$/;
/** What Shopify adds to each request, and how each of it has to look. */
const ADDED: ReadonlyMap<string, RegExp> = new Map([
  ['shop', /^[a-z0-9][a-z0-9-]{0,62}\.myshopify\.com$/],
  ['path_prefix', /^\/(?:a|apps|community|tools)\/[\w-]{1,100}$/],
  ['timestamp', /^\d{10}$/],
  ['logged_in_customer_id', /^\d{0,20}$/],
]);
const NEEDED = ['shop', 'path_prefix', 'timestamp'];

/** Checks that Shopify's app proxy forwarded a request of this shop, and reads who Shopify says it is from. */
export function createProxyCheck(
  { shop, secrets }: { shop: string; secrets: readonly string[] },
  now: () => number,
): (request: StorefrontRequest, route: Route) => Promise<ForwardedRequest | Unproxied> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const keys = Promise.all(
    secrets.map((secret) =>
      crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['verify']),
    ),
  );
  // Awaited at the first request; a rejection before it is not unhandled.
  keys.catch(() => {});

  return async (request, route) => {
    const read = readQuery(request.query, route.query);
    if (read.kind === 'unproxied') return read;
    const { signature, values } = read;
    // Constant in time: `verify` of HMAC is.
    const signed = encoder.encode(signedText(values));
    let fits = false;
    for (const key of await keys)
      if (await crypto.subtle.verify('HMAC', key, bytesOf(signature), signed)) fits = true;
    if (!fits) return unproxied('its signature fits none of the app’s secrets');
    if (values.get('shop') !== shop)
      return unproxied('it is signed for another shop than options.shop names');
    const at = Number(values.get('timestamp')) * 1000;
    if (Math.abs(now() - at) > TOLERANCE_MS)
      return unproxied('it was signed more than 90 s from now; look at this server’s clock');
    return {
      kind: 'forwarded',
      customerId: values.get('logged_in_customer_id') || undefined,
      signature,
      at,
    };
  };
}

/**
 * Shopify signs names and values with nothing between them, so a visitor may move text from one to the next and keep the
 * signature. It comes apart in one way only if each name is a known one, comes once, and no value has a `=` in it.
 */
function readQuery(
  query: string,
  own: readonly string[],
): { kind: 'read'; signature: string; values: ReadonlyMap<string, string> } | Unproxied {
  const values = new Map<string, string>();
  let signature: string | undefined;
  for (const [name, value] of new URLSearchParams(query)) {
    if (values.has(name) || (name === 'signature' && signature !== undefined))
      return unproxied('a parameter of its query comes twice');
    if (name === 'signature') {
      signature = value;
      continue;
    }
    const form = ADDED.get(name);
    if (form === undefined && !own.includes(name))
      return unproxied('its query has a parameter that is neither Shopify’s nor the operation’s');
    if (value.includes('=') || form?.test(value) === false)
      return unproxied(`the value of ${name} in its query is not one that Shopify gives`);
    values.set(name, value);
  }
  if (signature === undefined || !SIGNATURE.test(signature) || NEEDED.some((name) => !values.has(name)))
    return unproxied('its query is not signed; browsers reach the storefront through Shopify’s app proxy');
  return { kind: 'read', signature, values };
}

function signedText(values: ReadonlyMap<string, string>): string {
  const pairs = Array.from(values, ([name, value]) => `${name}=${value}`);
  return pairs.sort().join('');
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );
}

function unproxied(why: string): Unproxied {
  return { kind: 'unproxied', detail: `the request is not taken for Shopify’s: ${why}` };
}
