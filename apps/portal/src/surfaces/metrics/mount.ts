import type { Hono } from 'hono';
import { matchedRoutes } from 'hono/route';
import { bearerOf, isSecret } from '../../api/http/caller.ts';
import type { Portal } from '../../runtime/portal.ts';

/**
 * `GET /metrics`, for holders of the token, on the portal's own port: a second port would have to be kept
 * from the public by somebody else's firewall. Without a token in the configuration nothing is counted.
 */
export function mountMetrics<Bindings extends object>(
  app: Hono<{ Bindings: Bindings }>,
  portal: Portal,
): void {
  const token = portal.config.metricsToken;
  if (token === undefined) return;
  const loading = import('./metrics.ts').then(({ createMetrics }) => createMetrics(portal));

  app.use(async (c, next) => {
    const metrics = await loading;
    const done = metrics.requestBegins();
    await next();
    // The path as it is mounted: what was asked for may hold ids, and there is no end of those.
    const { path = '*' } = matchedRoutes(c).at(-1) ?? {};
    done(path === '*' || path === '/*' ? 'unmatched' : path, c.res.status);
  });
  app.get('/metrics', async (c) => {
    if (!isSecret(bearerOf(c.req.raw.headers) ?? '', token)) {
      return c.text('The token of GENVORIS_METRICS_TOKEN is needed.\n', 401, {
        'WWW-Authenticate': 'Bearer',
      });
    }
    const { contentType, text } = await (await loading).read();
    return c.body(text, 200, { 'Content-Type': contentType, 'Cache-Control': 'no-store' });
  });
}
