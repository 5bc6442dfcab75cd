import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ledger } from '@genvoris/ledger';
import type { ErrorReport } from '@genvoris/storefront';
import { createLaravelStorefront } from '@genvoris/storefront/laravel';
import { createLaravelApplication, type LaravelApplication } from './laravel-application.ts';
import { openLedger } from './ledger.ts';
import { toModel } from './model.ts';
import { type Configuration, ConfigurationError, toConfigurationError } from './variables.ts';

export interface LaravelProxy {
  /** Where it listens: `http://host:port`. */
  readonly url: string;
  /** Stops accepting, lets what is in flight finish within the grace, and closes. */
  close(): Promise<void>;
}

/** Whoever signs out is a guest again within this time. */
const LONGEST_CACHE_MS = 60_000;
/** Its path alone, or in the absolute form that a proxy in front may send; probes like to add a query. */
const HEALTH = /^(?:https?:\/\/[^/?#]*)?\/health(?:\?|$)/i;

/**
 * Starts the side-car.
 *
 * @throws ConfigurationError that names the variable that is wrong.
 */
export async function startLaravelProxy(
  configuration: Configuration,
  onError: (report: ErrorReport) => void,
): Promise<LaravelProxy> {
  const { GENVORIS_LARAVEL_URL: laravelUrl, GENVORIS_SHOP_ORIGIN: origins } = configuration;
  if (!/^https?:\/\/[^/?#@\s]+(\/[^?#\s]*)?$/.test(laravelUrl))
    throw new ConfigurationError(['GENVORIS_LARAVEL_URL must be an http or https URL without credentials.']);
  if (!/^\/[\w./-]*$/.test(configuration.GENVORIS_USER_PATH))
    throw new ConfigurationError(['GENVORIS_USER_PATH must be a path that starts with a slash.']);
  const laravel = createLaravelApplication({
    url: laravelUrl,
    shopOrigin: origins[0] ?? '',
    timeoutMs: configuration.GENVORIS_LARAVEL_TIMEOUT_MS,
    userPath: configuration.GENVORIS_USER_PATH,
    cacheMs: Math.min(configuration.GENVORIS_USER_CACHE_MS, LONGEST_CACHE_MS),
    managerField: configuration.GENVORIS_MANAGER_FIELD,
  });
  const ledger = await openLedger(configuration);
  const storefront = createListener(configuration, { laravel, ledger }, onError);
  let draining = false;

  const server = createServer((message, response) => {
    if (message.method === 'GET' && HEALTH.test(message.url ?? '')) health(response, draining);
    else storefront(message, response);
  });
  await listen(server, configuration);
  const { address, port, family } = server.address() as AddressInfo;

  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    async close() {
      draining = true;
      const closed = new Promise((resolve) => server.close(resolve));
      await storefront.close();
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), 500);
      await closed;
      clearTimeout(late);
      await Promise.all([laravel.close(), ledger?.close()]);
    },
  };
}

function createListener(
  configuration: Configuration,
  { laravel, ledger }: { laravel: LaravelApplication; ledger: Ledger | undefined },
  onError: (report: ErrorReport) => void,
) {
  try {
    return createLaravelStorefront<IncomingMessage>({
      apiKey: configuration.GENVORIS_API_KEY,
      shopOrigin: configuration.GENVORIS_SHOP_ORIGIN,
      basePath: configuration.GENVORIS_MOUNT,
      guests: configuration.GENVORIS_GUESTS,
      model: toModel(configuration),
      ledger,
      secret: configuration.GENVORIS_SECRET,
      orderSecret: configuration.GENVORIS_ORDER_SECRET,
      webhookSecret: configuration.GENVORIS_WEBHOOK_SECRET,
      trustedProxies: configuration.GENVORIS_TRUSTED_PROXIES,
      graceMs: configuration.GENVORIS_GRACE_MS,
      timeoutMs: configuration.GENVORIS_TIMEOUT_MS,
      proxyTimeoutMs: configuration.GENVORIS_PROXY_TIMEOUT_MS,
      uploadGraceMs: configuration.GENVORIS_UPLOAD_GRACE_MS,
      backendUrl: configuration.GENVORIS_BACKEND_URL,
      portalUrl: configuration.GENVORIS_PORTAL_URL,
      identify: (request) => laravel.identify(request),
      xsrf: { issue: (request) => laravel.issueXsrf(request) },
      onError,
    });
  } catch (error) {
    throw toConfigurationError(error);
  }
}

function health(response: ServerResponse, draining: boolean): void {
  response.writeHead(draining ? 503 : 200, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify({ status: draining ? 'draining' : 'ok' }));
}

function listen(server: Server, { HOST, PORT }: Configuration): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new ConfigurationError([`PORT ${PORT} at HOST ${HOST} cannot be listened at: ${error.code}.`]));
    });
    server.listen(PORT, HOST, resolve);
  });
}
