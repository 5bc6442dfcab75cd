import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listenOnLoopback } from '@genvoris/testing/loopback';

/** A request the shop took, as it came. */
export interface Taken {
  method: string;
  path: string;
  query: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** Milliseconds since the process began. */
  at: number;
}

export type Handler = (taken: Taken, response: ServerResponse) => void | Promise<void>;

export interface Shop {
  origin: string;
  /** What is served at a path; a handler, a page, or JSON. */
  routes: Map<string, Handler>;
  /** The requests for anything but pages, pictures and events, in order. */
  taken: Taken[];
  /** The requests that told events: when they come is nobody's business. */
  told: Taken[];
  count(path: string): number;
  close(): Promise<void>;
}

/** A tiny shop on a port of its own: pages, pictures, the widget and whatever stands for the adapter. */
export async function openShop(script: string): Promise<Shop> {
  const routes = new Map<string, Handler>();
  const taken: Taken[] = [];
  const told: Taken[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://shop');
    const body = await buffer(request);
    const handler = routes.get(url.pathname);
    const one: Taken = {
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.search,
      headers: request.headers,
      body,
      at: performance.now(),
    };
    if (url.pathname === '/widget.js') {
      response.setHeader('content-type', 'text/javascript');
      response.end(script);
    } else if (url.pathname.startsWith('/img/')) {
      response.setHeader('content-type', 'image/svg+xml');
      response.end('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 4"><path d="M0 0h3v4H0z"/></svg>');
    } else if (url.pathname === '/favicon.ico') {
      response.end();
    } else if (url.pathname.endsWith('/events')) {
      told.push(one);
      await (handler ?? json({ accepted: 1 }, 202))(one, response);
    } else if (handler) {
      if (!url.pathname.startsWith('/p/')) taken.push(one);
      await handler(one, response);
    } else {
      taken.push(one);
      response.statusCode = 404;
      response.end('nothing here');
    }
  });
  const { url: origin, close } = await listenOnLoopback(server);
  return {
    origin,
    routes,
    taken,
    told,
    count: (path) => taken.filter((one) => one.path === path).length,
    close,
  };
}

/** A handler that answers JSON; a text is sent as it is. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Handler {
  return (_taken, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

/** A status that shows the trigger. */
export const ALLOWED = { access: 'ALLOWED', canTryOn: true, ctaType: 'try_on' };

/** A handler that hands out nonce-no-1, nonce-no-2, … */
export function nonces(header = 'X-WP-Nonce'): Handler {
  let issued = 0;
  return (taken, response) =>
    json({ nonce: `nonce-no-${++issued}`, header, expiresAt: '2099-01-01T00:00:00Z' })(taken, response);
}

/** A handler that answers each call with the next of several, and then with the last one for ever. */
export function inTurn(...handlers: Handler[]): Handler {
  let next = 0;
  return (taken, response) => handlers[Math.min(next++, handlers.length - 1)]?.(taken, response);
}

/** A handler that holds its first answer back. `answer` waits for that request, so it can't come too early. */
export function heldBack(handler: Handler): { handler: Handler; answer(): Promise<void> } {
  const asked = Promise.withResolvers<() => void | Promise<void>>();
  return {
    handler: (taken, response) => asked.resolve(() => handler(taken, response)),
    answer: async () => (await asked.promise)(),
  };
}

/** A handler that serves a page with the body given. */
export function page(body: string, head = '', headers: Record<string, string> = {}): Handler {
  return (_taken, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(
      `<!doctype html><html lang="en"><head><title>Wrap dress</title>${head}</head><body>${body}</body></html>`,
    );
  };
}

/** Where a page without another word looks for its adapter. */
export const PROXY = '/api/genvoris';

export const BUTTON =
  '<button class="genvoris-tryon-btn" data-product-image="/img/dress.svg" data-product-title="Wrap dress" data-product-id="dress-42">Try on</button>';

export const SCRIPT = '<script src="/widget.js" defer></script>';
