import type { StartedAdapter, UpstreamForAdapter } from '@genvoris/conformance';
import { createStorefront } from '@genvoris/storefront';
import { getRequestListener } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import { shopperOf } from './shopper.ts';
import { settings, startTwins } from './twins.ts';

const MOUNT = '/api/genvoris';

/** A shop on Hono: the core as it is, on Web requests, without an adapter between. */
export function startHono(upstream: UpstreamForAdapter): Promise<StartedAdapter> {
  return startTwins(upstream, (url) => {
    const storefront = createStorefront({
      ...settings(upstream, url),
      basePath: MOUNT,
      identify: (request) => shopperOf(request.header('cookie')),
    });
    const app = new Hono().all(`${MOUNT}/*`, (context) =>
      storefront.fetch(context.req.raw, getConnInfo(context).remote.address),
    );
    return { listener: getRequestListener(app.fetch), mount: MOUNT, close: () => storefront.close() };
  });
}
