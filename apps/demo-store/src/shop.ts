import { fileURLToPath } from 'node:url';
import express, { type Express, type Request, type RequestHandler } from 'express';
import type { Orders } from './orders.ts';
import { bagPage, orderPage } from './pages/bag.ts';
import { homePage } from './pages/home.ts';
import { productPage } from './pages/product.ts';
import { missingPage, plansPage, signInPage } from './pages/simple.ts';
import { findProduct } from './products.ts';
import { findScenario } from './scenarios.ts';
import type { Visitors } from './visitors.ts';

const MOUNT = '/api/genvoris';
const fields = express.urlencoded({ extended: false });

export interface ShopOptions {
  storefront: RequestHandler;
  visitors: Visitors;
  orders: Orders;
  widget: string;
  upstreamUrl: string;
  /** The folder of the built API docs, once there is one. */
  docs: () => string | undefined;
}

/** The shop: its pages, the widget, the adapter and the docs. */
export function createShop({
  storefront,
  visitors,
  orders,
  widget,
  upstreamUrl,
  docs,
}: ShopOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(MOUNT, storefront);
  app.use('/docs', (request, response, next) => {
    const folder = docs();
    if (folder === undefined) response.status(503).type('text').send('The API docs are still being built.\n');
    else express.static(folder)(request, response, next);
  });

  app.use(pageHeaders(upstreamUrl));
  app.use(express.static(fileURLToPath(new URL('../static', import.meta.url)), { maxAge: 0 }));
  app.get('/widget.js', (_request, response) => {
    response.type('text/javascript').set('Cache-Control', 'no-cache').send(widget);
  });
  app.get('/', (request, response) => {
    response.send(homePage(visitors.welcome(request, response)));
  });
  app.get('/p/:id', (request, response, next) => {
    const product = findProduct(request.params.id);
    if (!product) return next();
    const visitor = visitors.welcome(request, response);
    response.send(productPage(product, visitor, proxyOf(visitor.scenario, upstreamUrl)));
  });
  app.get('/bag', (request, response) => {
    const visitor = visitors.welcome(request, response);
    response.send(bagPage(visitor, proxyOf(visitor.scenario, upstreamUrl)));
  });
  app.post('/bag', fields, (request, response) => {
    const product = findProduct(fieldOf(request, 'product'));
    if (product) visitors.welcome(request, response).bag.push(product);
    response.redirect(303, '/bag');
  });
  app.post('/orders', fields, async (request, response) => {
    const visitor = visitors.welcome(request, response);
    if (visitor.bag.length === 0) return response.redirect(303, '/bag');
    const { id } = await orders.place(visitor, fieldOf(request, 'genvoris_session'));
    response.redirect(303, `/orders/${id}`);
  });
  app.get('/orders/:id', (request, response, next) => {
    const visitor = visitors.welcome(request, response);
    const order = visitor.orders.find(({ id }) => id === request.params.id);
    if (!order) return next();
    response.send(orderPage(visitor, order));
  });
  app.post('/orders/:id/return', async (request, response, next) => {
    const visitor = visitors.welcome(request, response);
    const order = visitor.orders.find(({ id }) => id === request.params.id);
    if (!order) return next();
    await orders.takeBack(visitor, order);
    response.redirect(303, `/orders/${order.id}`);
  });
  app.get('/sign-in', (request, response) => {
    const from = request.get('referer');
    const back = pathToReturn(from && URL.canParse(from) ? new URL(from).pathname : undefined);
    response.send(signInPage(visitors.welcome(request, response), back));
  });
  app.get('/plans', (request, response) => {
    response.send(plansPage(visitors.welcome(request, response)));
  });
  app.post('/demo', fields, (request, response) => {
    const { scenario, viewer, back } = (request.body ?? {}) as Record<string, unknown>;
    const visitor = visitors.welcome(request, response);
    const chosen = findScenario(scenario);
    if (chosen && visitor.choices.some(({ scenarios }) => scenarios.includes(chosen)))
      visitor.scenario = chosen.name;
    const signedIn = viewer === undefined ? visitor.signedIn : viewer === 'shopper';
    if (signedIn !== visitor.signedIn) visitors.sign(request, response, signedIn);
    response.redirect(303, pathToReturn(back));
  });
  app.use((request, response) => {
    response.status(404).send(missingPage(visitors.welcome(request, response)));
  });
  return app;
}

function fieldOf(request: Request, name: string): string | undefined {
  const value = ((request.body ?? {}) as Record<string, unknown>)[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

// A page of ours, so that the form sends nobody elsewhere.
function pathToReturn(path: unknown): string {
  return typeof path === 'string' && /^\/(p\/[\w-]+|plans|bag)?$/.test(path) ? path : '/';
}

// What only other models answer, no adapter does yet: the widget then asks the mock's own storefront.
function proxyOf(scenario: string, upstreamUrl: string): string {
  const direct = findScenario(scenario)?.served === 'storefront';
  return direct ? `${upstreamUrl}/scenario/${encodeURIComponent(scenario)}/storefront` : MOUNT;
}

function pageHeaders(upstreamUrl: string): RequestHandler {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: https:",
    `connect-src 'self' ${upstreamUrl}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
  return (_request, response, next) => {
    response.set({
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    });
    next();
  };
}
