import { GenvorisUsageError } from './errors.ts';

/** Options of `createGenvoris`. */
export interface GenvorisOptions {
  /** The store's key, `gvk_live_…` or `gvk_test_…`. */
  apiKey: string;
  /** Where v1 and track are served. Default `https://genvoris.org`. */
  portalUrl?: string | undefined;
  /** Where status and try-on are served. Default `https://api.genvoris.org`. */
  backendUrl?: string | undefined;
  /** The secret shared by try-on backend and portal; only `track` needs it. */
  internalSecret?: string | undefined;
  /** Another `fetch` to send with. Default: a keep-alive pool of our own, which is faster. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Milliseconds per attempt, body included. Default 10000; for try-on, whose pictures take time, 120000. */
  timeoutMs?: number | undefined;
  /** Attempts after the first, 0 to 10. Default 2. */
  maxRetries?: number | undefined;
}

export interface ResolvedOptions {
  apiKey: string;
  portalUrl: string;
  backendUrl: string;
  internalSecret: string | undefined;
  fetch: ((request: Request) => Promise<Response>) | undefined;
  timeoutMs: number;
  tryonTimeoutMs: number;
  maxRetries: number;
}

const API_KEY = /^gvk_(?:live|test)_[A-Za-z0-9._-]{1,240}$/;
const KNOWN: ReadonlySet<string> = new Set([
  'apiKey',
  'portalUrl',
  'backendUrl',
  'internalSecret',
  'fetch',
  'timeoutMs',
  'maxRetries',
] satisfies (keyof GenvorisOptions)[]);

/** @throws GenvorisUsageError that names the option and never quotes a secret */
export function resolveOptions(options: GenvorisOptions): ResolvedOptions {
  if (typeof options !== 'object' || options === null)
    throw invalid('options', 'an object with apiKey is needed');
  for (const name of Object.keys(options)) {
    if (!KNOWN.has(name)) throw invalid(name.slice(0, 40), 'there is no such option');
  }
  const { apiKey, internalSecret, fetch, timeoutMs, maxRetries = 2 } = options;
  if (typeof apiKey !== 'string' || apiKey === '') throw invalid('apiKey', 'the key of your store is needed');
  if (!API_KEY.test(apiKey)) throw invalid('apiKey', 'a key starts with gvk_live_ or gvk_test_');
  if (internalSecret !== undefined && !isHeaderText(internalSecret)) {
    throw invalid('internalSecret', 'must be non-empty text that fits into a header');
  }
  if (fetch !== undefined && typeof fetch !== 'function') throw invalid('fetch', 'must be a function');
  if (timeoutMs !== undefined && !isWhole(timeoutMs, 1, 2 ** 31 - 1)) {
    throw invalid('timeoutMs', 'must be whole milliseconds, at least 1');
  }
  if (!isWhole(maxRetries, 0, 10)) throw invalid('maxRetries', 'must be a whole number from 0 to 10');
  return {
    apiKey,
    portalUrl: baseUrl('portalUrl', options.portalUrl ?? 'https://genvoris.org'),
    backendUrl: baseUrl('backendUrl', options.backendUrl ?? 'https://api.genvoris.org'),
    internalSecret,
    fetch,
    timeoutMs: timeoutMs ?? 10_000,
    tryonTimeoutMs: timeoutMs ?? 120_000,
    maxRetries,
  };
}

/** A page that held the key would publish it. `scope` is `globalThis`. */
export function refuseBrowser(scope: {
  document?: unknown;
  process?: { versions?: { node?: string } };
}): void {
  if (scope.document === undefined || scope.process?.versions?.node !== undefined) return;
  throw invalid(
    'createGenvoris',
    'it holds a secret key and must not run in a browser; call your own proxy there',
  );
}

function baseUrl(name: string, value: unknown): string {
  let url: URL;
  try {
    url = new URL(value as string);
  } catch {
    throw invalid(name, 'must be an absolute URL');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw invalid(name, 'must be an http or https URL');
  if (url.username !== '' || url.password !== '') throw invalid(name, 'must not contain credentials');
  if (url.search !== '' || url.hash !== '') throw invalid(name, 'must not contain a query or a fragment');
  return url.href.replace(/\/+$/, '');
}

function isHeaderText(value: unknown): boolean {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

function invalid(option: string, message: string): GenvorisUsageError {
  return new GenvorisUsageError('invalid_options', option, message);
}
