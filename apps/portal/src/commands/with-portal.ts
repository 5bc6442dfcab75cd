import { MovableClock } from '../clock.ts';
import { parseClock } from '../clock-text.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { createPortalOn, type Portal } from '../portal.ts';
import { openDatabase } from '../storage/database.ts';
import { TestClock } from '../test-clock.ts';

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
