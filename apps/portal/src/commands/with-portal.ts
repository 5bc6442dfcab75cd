import { MovableClock, parseClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { createPortal, type Portal } from '../portal.ts';

/** Opens the portal for one command and closes it after, whatever happens. */
export async function withPortal(
  options: { clock?: string },
  work: (portal: Portal) => Promise<void>,
): Promise<void> {
  const config = readConfig(process.env);
  const clock = options.clock === undefined ? new MovableClock() : parseClock(options.clock);
  const portal = await createPortal({ config, log: createLog(config.logLevel), clock });
  try {
    await work(portal);
  } finally {
    await portal.close();
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
