import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TOKENS } from '@genvoris/design';
import express, { type Express, type RequestHandler } from 'express';
import type { ScenarioGroup } from './backstage/scenarios.ts';
import { demoPanel } from './pages/demo-panel.ts';
import { toPage } from './pages/frame.ts';
import { missingPage } from './pages/missing.ts';
import { accountRoutes } from './routes/account.ts';
import { buyingRoutes } from './routes/buying.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { demoRoutes } from './routes/demo.ts';
import { merchantRoutes } from './routes/merchant.ts';
import { orderRoutes } from './routes/orders.ts';
import { productRoutes } from './routes/products.ts';
import type { Shop } from './routes/shop.ts';

/** Where the storefront is mounted. */
export const MOUNT = '/api/genvoris';

export interface AppOptions extends Omit<Shop, 'show'> {
  storefront: RequestHandler;
  widget: string;
  /** What the visitor may have Genvoris play. */
  choices: readonly ScenarioGroup[];
  portalUrl: string | undefined;
  /** The shop's own, with each name that it goes by; the first is the one it gives. */
  origins: readonly [string, ...string[]];
  /** The folder of the built API docs, once there is one. */
  docs: () => string | undefined;
}

/** The shop as an Express app: the storefront first, then pages. */
export function createApp(options: AppOptions): Express {
  const { storefront, widget, choices, portalUrl, origins, docs, ...parts } = options;
  const shop: Shop = {
    ...parts,
    show(request, response, visitor, page) {
      const panel = demoPanel(visitor, request.path, parts.shoppers.all(), choices);
      response.send(toPage({ page, path: request.path, visitor, panel, mount: MOUNT, portalUrl }));
    },
  };
  const app = express();
  app.disable('x-powered-by');
  // Before any body parser, for it reads photos as they come and verifies webhooks by their bytes.
  app.use(MOUNT, storefront);
  app.use('/docs', (request, response, next) => {
    const folder = docs();
    if (folder === undefined) response.status(503).type('text').send('The API docs are still being built.\n');
    else express.static(folder)(request, response, next);
  });

  app.use(pageHeaders, onlyFrom(origins), express.urlencoded({ extended: false }));
  const css = styleSheet();
  app.get('/shop.css', (_request, response) => void response.type('css').send(css));
  app.get('/widget.js', (_request, response) => void response.type('text/javascript').send(widget));
  app.use(express.static(inStatic('.'), { maxAge: 0 }));
  app.use(
    catalogueRoutes(shop),
    productRoutes(origins[0]),
    buyingRoutes(shop),
    orderRoutes(shop),
    accountRoutes(shop),
    merchantRoutes(shop),
    demoRoutes(shop, choices),
  );
  app.use((request, response) => {
    shop.show(request, response.status(404), shop.visitors.welcome(request, response), missingPage());
  });
  return app;
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const pageHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': POLICY,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  });
  next();
};

/** A form on somebody else's page can be sent here too; browsers say where it stands. */
function onlyFrom(origins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const origin = request.get('origin');
    if (request.method === 'GET' || origin === undefined || origins.includes(origin)) next();
    else response.status(403).type('text').send('This form is not one of the shop.\n');
  };
}

function styleSheet(): string {
  const folder = inStatic('css');
  const files = readdirSync(folder).sort();
  return [TOKENS, ...files.map((file) => readFileSync(`${folder}/${file}`, 'utf8'))].join('\n');
}

function inStatic(name: string): string {
  return fileURLToPath(new URL(`../static/${name}`, import.meta.url));
}
