import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Portal } from '../../runtime/portal.ts';
import type { Health } from '../health.ts';
import type { createDashboard } from './app.ts';

type App = Hono<{ Bindings: HttpBindings }>;

/** The merchants' web pages. They are loaded by their first visitor: a portal that nobody looks at starts faster. */
export function mountDashboard(app: App, portal: Portal, health: Health): void {
  let loading: Promise<ReturnType<typeof createDashboard>> | undefined;
  app.on(['GET', 'POST'], ['/', '/login', '/logout', '/dashboard', '/dashboard/*'], async (c) => {
    loading ??= import('./app.ts').then((app) => app.createDashboard(portal, health));
    return (await loading).fetch(c.req.raw, c.env);
  });
}
