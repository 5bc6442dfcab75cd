import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { createSqliteLedger } from '@genvoris/ledger/sqlite';
import { createApp, MOUNT } from './app.ts';
import type { RunningPortal } from './backstage/portal.ts';
import { DEFAULT_SCENARIO, PORTAL, SCENARIO_GROUPS } from './backstage/scenarios.ts';
import { createStorefronts } from './backstage/storefronts.ts';
import { createDebits } from './genvoris/debits.ts';
import { createModels } from './genvoris/models.ts';
import { createOwnAccount } from './genvoris/own-account.ts';
import { createPortalAccount } from './genvoris/portal-account.ts';
import { openDatabase } from './shop/database.ts';
import { createOrders } from './shop/orders.ts';
import { PRODUCTS } from './shop/products.ts';
import { createSettings, type Settings } from './shop/settings.ts';
import { createShopEvents } from './shop/shop-events.ts';
import { createShoppers } from './shop/shoppers.ts';
import { createSubscriptions } from './shop/subscriptions.ts';
import { createVisitors } from './shop/visitors.ts';

export interface OpenShopOptions {
  /** Of the shop's database and the ledger's. */
  folder: string;
  /** The shop listens here, on this machine. */
  port: number;
  mockUrl: string;
  /** Undefined where the demo runs without it. */
  portal: RunningPortal | undefined;
  widget: string;
  /** The folder of the built API docs, once there is one. */
  docs: () => string | undefined;
}

export interface OpenedShop {
  url: string;
  app: RequestListener;
  /** Does what the shop does first, for which it has to be reachable. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

/** Puts the shop together: what any shop has, then Genvoris, then the pages. */
export function openShop({ folder, port, mockUrl, portal, widget, docs }: OpenShopOptions): OpenedShop {
  const url = `http://localhost:${port}`;
  const storefrontUrl = `http://127.0.0.1:${port}${MOUNT}`;

  const database = openDatabase(folder);
  const settings = createSettings(database);
  const secrets = { own: keptSecret(settings), orders: newSecret(), webhook: newSecret() };
  const events = createShopEvents(database, {
    url: `${storefrontUrl}/webhooks/orders`,
    secret: secrets.orders,
  });
  const shoppers = createShoppers(database, events);
  const subscriptions = createSubscriptions(database, events);
  const orders = createOrders(database, events, subscriptions);
  const [first] = shoppers.all();
  const visitors = createVisitors({
    shoppers,
    first: first?.id,
    scenario: portal ? PORTAL : DEFAULT_SCENARIO,
  });

  const ledger = createSqliteLedger({ file: join(folder, 'ledger.sqlite') });
  const models = createModels(settings);
  const debits = createDebits(database);
  const shopOrigins: [string, ...string[]] = [url, `http://127.0.0.1:${port}`];
  const genvoris = { shopOrigins, ledger, models, visitors, debits, secrets };
  const storefronts = createStorefronts({ ...genvoris, mockUrl, portal });
  const portalAccount = portal && createPortalAccount({ apiKey: portal.apiKey, portalUrl: portal.url });

  const app = createApp({
    ...{ visitors, shoppers, orders, subscriptions, events, models, ledger, debits, portalAccount },
    ownAccount: createOwnAccount(storefrontUrl),
    storefront: storefronts.handler,
    widget,
    choices: portal ? SCENARIO_GROUPS : SCENARIO_GROUPS.slice(1),
    portalUrl: portal?.url,
    origins: shopOrigins,
    docs,
  });

  return {
    url,
    app,
    async begin() {
      await ledger.open();
      if (portalAccount) {
        for (const shopper of shoppers.all()) await portalAccount.addShopper(shopper);
        await portalAccount.listenAt(`${storefrontUrl}/webhook`, secrets.webhook);
      }
      if (settings.get('opened') === undefined) orderOnce();
      settings.set('opened', true);
      // What could not be sent before the last stop, too.
      await events.deliver();
    },
    async close() {
      await events.close();
      await Promise.all([storefronts.close(), portalAccount?.close()]);
      await ledger.close();
      database.close();
    },
  };

  /** The first shopper has ordered before, so that there is something to see at once. */
  function orderOnce(): void {
    const product = PRODUCTS.at(-1);
    if (!product) return;
    const { id: productId, title, cents } = product;
    const lines = [{ productId, title, cents, quantity: 1 }];
    orders.place({ shopper: first, email: undefined, lines, paid: true, visit: undefined });
  }
}

/** The same at each start: what it has hidden is to be found again. */
function keptSecret(settings: Settings): string {
  const kept = settings.get('secret');
  if (typeof kept === 'string') return kept;
  const made = newSecret();
  settings.set('secret', made);
  return made;
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
