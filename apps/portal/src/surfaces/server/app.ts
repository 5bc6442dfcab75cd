import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { mountOperations } from '../../api/mount-operations.ts';
import type { Portal } from '../../runtime/portal.ts';
import { mountDashboard } from '../dashboard/mount.ts';
import { type Health, mountHealth } from '../health.ts';
import { mountIntegrators } from '../integrators/mount.ts';
import { mountMetrics } from '../metrics/mount.ts';
import { keepClock } from './keep-clock.ts';

/** The portal as one web handler. */
export function createApp(portal: Portal, health: Health): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (c, next) => {
    await next();
    // A connection that is kept would bring new requests until the last ones are cut off.
    if (health.closing) c.res.headers.set('Connection', 'close');
  });
  if (portal.tracing) app.use(portal.tracing.requests);
  // First, so that it times whatever comes after.
  mountMetrics(app, portal);
  mountHealth(app, portal, health);
  keepClock(app, portal);
  mountDashboard(app, portal, health);
  mountIntegrators(app, portal, health);
  mountOperations(app, portal);
  return app;
}
