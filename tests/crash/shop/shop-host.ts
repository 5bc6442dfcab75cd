// A shop in a process of its own: the storefront on Node's server or on Express, its ledger in the database given.
import { createServer } from 'node:http';
import type { Ledger } from '@genvoris/ledger';
import type { StorefrontOptions } from '@genvoris/storefront';
import { createShopClock } from './clock.ts';
import { plant } from './faults.ts';
import type { LedgerPlace } from './ledger-database.ts';
import { modelAt } from './models.ts';
import type { ShopSettings } from './settings.ts';

const settings = JSON.parse(process.env.CRASH_SHOP ?? '') as ShopSettings;
const clock = createShopClock(settings.began);
const ledger = plant(await openAt(settings.ledger), settings.fault);
const options: StorefrontOptions = {
  apiKey: settings.apiKey,
  shopOrigin: settings.origin,
  secret: settings.secret,
  orderSecret: settings.orderSecret,
  backendUrl: settings.portal,
  portalUrl: settings.portal,
  // In place of the shop's own session.
  identify: (request) => ({ id: request.header('x-shopper') ?? '' }),
  trustRequestId: true,
  rateLimits: {
    proxyTryon: false,
    useCredits: false,
    receiveShopEvent: false,
    getNonce: false,
    getShopperAccount: false,
  },
  model: () => modelAt(settings.began),
  ledger,
  now: clock,
  timeoutMs: 5_000,
  proxyTimeoutMs: 10_000,
  uploadGraceMs: 5_000,
  onError: (report) => process.stderr.write(`${JSON.stringify(report)}\n`),
};

const storefront = await mount();
createServer((request, response) => {
  if (request.url === '/healthz') response.end('ok');
  else if (request.url === '/check')
    check().then(
      (found) => response.end(JSON.stringify(found)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  else storefront(request, response);
}).listen(settings.port, '127.0.0.1');

async function mount(): Promise<Parameters<typeof createServer>[1] & object> {
  if (settings.host === 'node') {
    const { createNodeStorefront } = await import('@genvoris/storefront/node');
    return createNodeStorefront({ ...options, basePath: '/genvoris' });
  }
  const [{ default: express }, { createExpressStorefront }] = await Promise.all([
    import('express'),
    import('@genvoris/storefront/express'),
  ]);
  return express().use('/genvoris', createExpressStorefront(options));
}

/** Writes down what time has done, and asks the ledger for its own opinion of itself. */
async function check() {
  const at = clock();
  await ledger.open();
  return { swept: await ledger.sweep({ at }), verified: await ledger.verify({ at }) };
}

/** Loads the one driver that is wanted. */
async function openAt(place: LedgerPlace): Promise<Ledger> {
  if (place.kind === 'sqlite') return (await import('@genvoris/ledger/sqlite')).createSqliteLedger(place);
  return place.kind === 'postgres'
    ? (await import('@genvoris/ledger/postgres')).createPostgresLedger(place)
    : (await import('@genvoris/ledger/mysql')).createMysqlLedger(place);
}
