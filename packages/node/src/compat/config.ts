import { refuseBrowser } from '../options.ts';

/** A `fetch` to send with; it is called with the address as text and with plain headers. */
export type GenvorisFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Options of `new Genvoris()`. */
export interface GenvorisConfig {
  /** The store's key, `gvk_live_…` or `gvk_test_…`. */
  apiKey: string;
  /** Where v1 is served, `/api/v1` included. Default `https://genvoris.org/api/v1`. */
  baseUrl?: string | undefined;
  /** Milliseconds per attempt. Default 30000. */
  timeoutMs?: number | undefined;
  /** Attempts after the first. Default 3. */
  maxRetries?: number | undefined;
  /** Sent with every request, in place of ours of the same name; the key's own header stays. */
  defaultHeaders?: Readonly<Record<string, string>> | undefined;
  /** Default: a keep-alive pool of our own. */
  fetch?: GenvorisFetch | undefined;
}

export interface ResolvedConfig {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly defaultHeaders: Readonly<Record<string, string>>;
  readonly fetch: GenvorisFetch | undefined;
}

/** @throws Error that names the option and quotes no secret */
export function resolveConfig(config: GenvorisConfig): ResolvedConfig {
  refuseBrowser(globalThis);
  const { apiKey, baseUrl, timeoutMs = 30_000, maxRetries = 3, defaultHeaders = {}, fetch } = config ?? {};
  if (typeof apiKey !== 'string' || apiKey === '') throw new Error('Genvoris: apiKey is required');
  if (!/^[!-~]+$/.test(apiKey)) throw new Error('Genvoris: apiKey must fit into a header');
  if (fetch !== undefined && typeof fetch !== 'function')
    throw new Error('Genvoris: fetch must be a function');
  if (!Number.isFinite(timeoutMs) || timeoutMs <= 0) throw new Error('Genvoris: timeoutMs must be above 0');
  if (!Number.isInteger(maxRetries) || maxRetries < 0)
    throw new Error('Genvoris: maxRetries must be 0 or more');
  return { apiKey, baseUrl: toBaseUrl(baseUrl), timeoutMs, maxRetries, defaultHeaders, fetch };
}

function toBaseUrl(given: string | undefined): string {
  const text = given === undefined || given === '' ? 'https://genvoris.org/api/v1' : given;
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '') {
    throw new Error('Genvoris: baseUrl must be an http or https URL without credentials and query');
  }
  return text.replace(/\/+$/, '');
}
