import type { Route } from '../config.ts';
import { STATUS_MAX_BYTES, TRYON_MAX_BYTES } from '../tables.ts';
import { type Answer, exchange } from './answer.ts';
import { type Gateway, TIMEOUT_MS } from './gateway.ts';

/**
 * The legacy mode: speaks openapi/status.yaml and openapi/tryon.yaml to the try-on backend, with the key
 * that the shop's page shows to everybody.
 */
export function directGateway(route: Extract<Route, { mode: 'direct' }>): Gateway {
  function post(path: string, form: FormData, timeoutMs: number, abort: AbortSignal): Promise<Answer> {
    const headers: Record<string, string> = {
      accept: 'application/json',
      authorization: `Bearer ${route.apiKey}`,
    };
    const token = route.sessionToken();
    if (token && path === '/api/tryon') headers['x-end-customer-token'] = token;
    const init: RequestInit = { method: 'POST', credentials: 'omit', headers, body: form };
    return exchange(`${route.base}${path}`, init, { maxBytes: TRYON_MAX_BYTES, timeoutMs }, abort);
  }

  return {
    status: (_productId, abort) =>
      exchange(
        // No header, so that the browser needs no preflight.
        `${route.base}/status?api_key=${encodeURIComponent(route.apiKey)}`,
        { credentials: 'omit' },
        { maxBytes: STATUS_MAX_BYTES, timeoutMs: TIMEOUT_MS.short },
        abort,
      ),
    analyze: (form, abort) => post('/api/analyze', form, TIMEOUT_MS.analyze, abort),
    tryon: (form, abort) => post('/api/tryon', form, TIMEOUT_MS.tryon, abort),
    // The backend sells nothing; a shop in this mode sets data-checkout-url.
    checkout: async () => ({ status: 0, body: undefined }),
  };
}
