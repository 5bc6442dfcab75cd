import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline/promises';
import { exchangeConnectCode, startConnect } from '@genvoris/contract/operations/connect';
import type { ConnectExchange } from '@genvoris/contract/types/connect';
import { validateResponse } from '@genvoris/contract/validators/connect';
import { keepConnection } from '@genvoris/storefront';
import type { Settings } from '../settings/settings.ts';
import { UsageError } from '../usage-error.ts';

export interface ConnectOptions {
  readonly siteName: string;
  readonly email: string;
  readonly port?: number;
}

const MINUTES = 10;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Connects the shop: the consent page is opened by the merchant; where the shop is on this machine its answer is received
 * here, and where it is not, the address that the browser ends at is pasted. The key goes into the vault.
 */
export async function connect(
  settings: Settings,
  options: ConnectOptions,
  say: (text: string) => void,
): Promise<string> {
  const { vault, portalUrl } = settings;
  if (vault === undefined)
    throw new UsageError(
      'GENVORIS_SECRET: there is none to seal the key with; run genvoris-shop init, or set one of 32 characters or more',
    );
  if (settings.apiKey !== undefined)
    throw new UsageError(
      'GENVORIS_API_KEY: it counts before what connect brings; empty it in .env, then run this again',
    );
  const state = randomBytes(24).toString('base64url');
  const isLocal = LOOPBACK.has(new URL(settings.shopOrigin).hostname);
  const receiver = isLocal ? await receive(options.port ?? 0, state) : undefined;
  const siteUrl = receiver?.url ?? settings.shopOrigin;
  const returnUrl = `${siteUrl}/genvoris-connect`;
  const query = new URLSearchParams({
    site_url: siteUrl,
    site_name: options.siteName,
    admin_email: options.email,
    return_url: returnUrl,
    platform: 'wordpress',
    plugin_version: '1.0.0',
    state,
  });
  say(
    `Open this address in the browser and allow the connection:\n\n  ${portalUrl}${startConnect.path}?${query}\n`,
  );
  const code = receiver === undefined ? await paste(state, say) : await receiver.code;
  const {
    api_key: apiKey,
    webhook_secret: webhookSecret,
    store,
  } = await exchange(portalUrl, { code, state, return_url: returnUrl });
  await keepConnection(vault, { apiKey, webhookSecret });
  return store.name;
}

async function exchange(portalUrl: string, body: object): Promise<ConnectExchange> {
  let answer: Response;
  try {
    answer = await fetch(portalUrl + exchangeConnectCode.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(30_000),
    });
  } catch {
    throw new UsageError(
      `${portalUrl} cannot be reached; check GENVORIS_PORTAL_URL and the network, and connect again`,
    );
  }
  if (answer.status !== 200)
    throw new UsageError(
      `Genvoris did not take the code (${answer.status}): it works once and for 10 minutes; connect again`,
    );
  const value: unknown = await answer.json().catch(() => undefined);
  if (!validateResponse('exchangeConnectCode', 200, value).ok)
    throw new UsageError(`${portalUrl} answered what is not of the contract; check GENVORIS_PORTAL_URL`);
  return value as ConnectExchange;
}

/** Listens on loopback until the browser comes back. */
async function receive(port: number, state: string) {
  const { promise: code, resolve, reject } = Promise.withResolvers<string>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    // Other pages of the browser may ask here too: only who knows the state is heard.
    if (url.pathname !== '/genvoris-connect' || url.searchParams.get('state') !== state)
      return void response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': 'text/plain; charset=utf-8',
      'referrer-policy': 'no-referrer',
      connection: 'close',
    });
    response.end('You can close this page and go back to the terminal.\n');
    const given = url.searchParams.get('code');
    if (given === null) reject(new UsageError('the connection was denied; connect again to allow it'));
    else resolve(given);
  });
  const listening = Promise.withResolvers<void>();
  server.once('error', () =>
    listening.reject(new UsageError(`--port ${port}: it is taken; choose another, or leave it out`)),
  );
  server.listen(port, '127.0.0.1', listening.resolve);
  await listening.promise;
  const timer = setTimeout(
    () => reject(new UsageError(`nobody allowed the connection in ${MINUTES} minutes; connect again`)),
    MINUTES * 60_000,
  );
  const ended = code.finally(() => {
    clearTimeout(timer);
    server.close();
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`, code: ended };
}

async function paste(state: string, say: (text: string) => void): Promise<string> {
  say('When you have allowed it, the browser ends at an address of the shop. Paste that address here:');
  const lines = createInterface({ input: process.stdin });
  const { done, value } = await lines[Symbol.asyncIterator]().next();
  lines.close();
  const pasted = done || !URL.canParse(value.trim()) ? undefined : new URL(value.trim()).searchParams;
  if (pasted?.get('state') !== state)
    throw new UsageError('that is not the address that this connect ends at; connect again');
  const code = pasted.get('code');
  if (code === null) throw new UsageError('the connection was denied; connect again to allow it');
  return code;
}
