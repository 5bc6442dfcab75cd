import type { Hono } from 'hono';
import type { Portal } from '../../runtime/portal.ts';

/** Lets every request begin by learning where the test clock is; on any other clock it adds nothing. */
export function keepClock<Env extends object>(
  app: Hono<{ Bindings: Env }>,
  { testClock, log }: Portal,
): void {
  if (!testClock) return;
  app.use(async (_, next) => {
    // A database that is away is said by whatever needs it next.
    await testClock
      .catchUp()
      .catch((error: unknown) => log.warn({ error }, 'the test clock could not be read'));
    await next();
  });
}
