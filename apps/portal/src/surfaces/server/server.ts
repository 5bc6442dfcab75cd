import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Portal } from '../../runtime/portal.ts';
import type { Health } from '../health.ts';
import { createApp } from './app.ts';

export interface PortalServer {
  readonly url: string;
  readonly port: number;
  /** Stops taking requests, answers those under way, closes the portal. */
  close(): Promise<void>;
}

// Requests that are still under way after this (ms) are cut off; what they committed stays.
const CLOSE_WITHIN_MS = 10_000;

export interface ServeOptions {
  /** Whether this process sends webhooks too. Default true; any number of processes may. */
  readonly workers?: boolean;
}

/** Serves a portal over HTTP. Closing the server closes the portal. */
export async function servePortal(
  portal: Portal,
  { workers = true }: ServeOptions = {},
): Promise<PortalServer> {
  const health: Health = { closing: false };
  const app = createApp(portal, health);
  const { host, port } = portal.config;
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, hostname: host, port }, () => {
      resolve(listening as Server);
    });
    listening.once('error', (cause) =>
      reject(new Error(`The portal cannot listen on PORT ${port} of HOST ${host}:`, { cause })),
    );
  });
  if (workers) portal.webhooks.start();
  portal.housekeeping.start();
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  let closed: Promise<void> | undefined;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    port: bound,
    close() {
      closed ??= (async () => {
        health.closing = true;
        const cut = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS);
        cut.unref();
        const done = new Promise<void>((resolve) => server.close(() => resolve()));
        server.closeIdleConnections();
        await done;
        clearTimeout(cut);
        await portal.close();
      })();
      return closed;
    },
  };
}
