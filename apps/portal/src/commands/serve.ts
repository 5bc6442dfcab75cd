import { MovableClock, parseClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { openDatabase } from '../storage/database.ts';
import { say } from './with-portal.ts';

export interface ServeOptions {
  readonly port?: string;
  readonly host?: string;
  readonly clock?: string;
  readonly allowPrivateReceivers?: boolean;
}

export async function serve({ port, host, clock, allowPrivateReceivers }: ServeOptions): Promise<void> {
  const config = readConfig({
    ...process.env,
    ...(port === undefined ? {} : { PORT: port }),
    ...(host === undefined ? {} : { HOST: host }),
    ...(allowPrivateReceivers ? { GENVORIS_ALLOW_PRIVATE_RECEIVERS: 'true' } : {}),
  });
  const log = createLog(config.logLevel);
  const ownClock = clock === undefined ? new MovableClock() : parseClock(clock);
  // The database opens while the rest is loaded: PGlite is compiled on other threads.
  const opening = openDatabase(config.database);
  const [database, { createPortalOn }, { servePortal }] = await Promise.all([
    opening,
    import('../portal.ts'),
    import('../http/server.ts'),
  ]);
  const portal = await createPortalOn(database, { config, log, clock: ownClock }).catch(async (error) => {
    await database.close();
    throw error;
  });
  const server = await servePortal(portal).catch(async (error: unknown) => {
    await portal.close();
    throw error;
  });
  const where =
    config.database.kind === 'pglite' ? `PGlite in ${config.database.folder}` : 'a PostgreSQL server';
  say(`Portal at ${server.url}, on ${where}.`);

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
