import { MACHINE_CLOCK } from '../../foundation/clock.ts';
import { parseClock, sayDuration } from '../../foundation/duration.ts';
import { createLog, type Logger } from '../../foundation/log.ts';
import { readConfig } from '../../runtime/config.ts';
import { openDatabase } from '../../storage/open-database.ts';
import { sayClock } from './say-clock.ts';
import { say } from './with-portal.ts';

export interface ServeOptions {
  readonly port?: string;
  readonly host?: string;
  /** True for a test clock that begins where it was last. */
  readonly clock?: string | true;
  readonly allowPrivateReceivers?: boolean;
}

export async function serve({ port, host, clock, allowPrivateReceivers }: ServeOptions): Promise<void> {
  const config = readConfig({
    ...process.env,
    ...(port === undefined ? {} : { PORT: port }),
    ...(host === undefined ? {} : { HOST: host }),
    ...(allowPrivateReceivers ? { GENVORIS_ALLOW_PRIVATE_RECEIVERS: 'true' } : {}),
  });
  const { tracing: settings } = config;
  const tracing =
    settings && (await (await import('../../runtime/tracing/start.ts')).startTracing(settings, () => log));
  const log: Logger = createLog(config.logLevel, undefined, tracing?.logFields);
  const shift = typeof clock === 'string' ? parseClock(clock) : undefined;
  // The database opens while the rest is loaded: PGlite is compiled on other threads.
  const opening = openDatabase(config.database, tracing?.onQuery);
  const [database, { clockOffset, TestClock }, { createPortalOn }, { servePortal }] = await Promise.all([
    opening,
    import('../../runtime/test-clock.ts'),
    import('../../runtime/portal.ts'),
    import('../server/server.ts'),
  ]);
  const testClock = clock === undefined ? undefined : new TestClock(database.db);
  const portal = await createPortalOn(database, {
    config,
    log,
    clock: testClock ?? MACHINE_CLOCK,
    tracing,
  }).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  try {
    if (!testClock) requireMachineTime(await clockOffset(portal.db));
    if (shift !== undefined) await testClock?.moveToOffset(shift);
  } catch (error) {
    await portal.close();
    throw error;
  }
  const server = await servePortal(portal).catch(async (error: unknown) => {
    await portal.close();
    throw error;
  });
  const where =
    config.database.kind === 'pglite' ? `PGlite in ${config.database.folder}` : 'a PostgreSQL server';
  say(`Portal at ${server.url}, on ${where}.`);
  if (testClock)
    say(
      `${sayClock({ now: testClock.now(), offsetMs: testClock.offsetMs })} Move it with: portal clock advance 31d`,
    );

  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Asked twice, somebody is in a hurry; what was acknowledged is committed.
      if (stopping) process.exit(1);
      stopping = true;
      log.info({ signal }, 'closing');
      server.close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ error }, 'closing failed');
          process.exit(1);
        },
      );
    });
  }
}

/** Beside a clock that was moved, a portal on the machine's time would undo and expire what the others do. */
function requireMachineTime(offset: number): void {
  if (offset === 0) return;
  throw new Error(
    `The test clock of this database is ${sayDuration(offset)} ahead. Start with --clock to go by it; \`portal clock reset\` then puts it back.`,
  );
}
