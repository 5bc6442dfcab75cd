import type { Hono } from 'hono';
import { sql } from 'kysely';
import type { Portal } from '../runtime/portal.ts';

/** What the process knows of itself. */
export interface Health {
  /** Set while it shuts down: it still answers, and should get no new requests. */
  closing: boolean;
}

// A database that takes longer than this (ms) to say one word is not ready for traffic.
const READY_WITHIN_MS = 2_000;

/** `/healthz`: the process answers. `/readyz`: it and its database do, and it is not shutting down. */
export function mountHealth<Env extends object>(
  app: Hono<{ Bindings: Env }>,
  { db }: Pick<Portal, 'db'>,
  health: Health,
): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    if (health.closing) return c.json({ status: 'closing' }, 503);
    const ready = await Promise.race([
      sql`select 1`.execute(db).then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(resolve, READY_WITHIN_MS, false).unref()),
    ]);
    return ready ? c.json({ status: 'ready' }) : c.json({ status: 'database_unavailable' }, 503);
  });
}
