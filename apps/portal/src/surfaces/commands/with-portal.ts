import { MovableClock } from '../../foundation/clock.ts';
import { parseClock } from '../../foundation/duration.ts';
import { createLog } from '../../foundation/log.ts';
import { readConfig } from '../../runtime/config.ts';
import { createPortalOn, type Portal } from '../../runtime/portal.ts';
import { TestClock } from '../../runtime/test-clock.ts';
import { openDatabase } from '../../storage/open-database.ts';

/**
 * Opens the portal for one command and closes it after, whatever happens. It goes by `--clock`, else by the
 * database's test clock, so that what it makes fits what is there.
 */
export async function withPortal(
  options: { clock?: string },
  work: (portal: Portal) => Promise<void>,
): Promise<void> {
  const config = readConfig(process.env);
  const shift = options.clock === undefined ? undefined : parseClock(options.clock);
  const database = await openDatabase(config.database);
  const clock = shift === undefined ? new TestClock(database.db) : new MovableClock(shift);
  const log = createLog(config.logLevel);
  const portal = await createPortalOn(database, { config, log, clock }).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  try {
    await work(portal);
  } finally {
    await portal.close();
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
