import { writeFileSync } from 'node:fs';
import { toJUnit } from '../report/junit.ts';
import type { Report } from '../report/report.ts';
import { wantsColour } from '../report/style.ts';
import { printReport } from '../report/terminal.ts';
import { CannotRunError } from '../run/options.ts';
import type { RunFlags } from './run-options.ts';

/** Prints and writes the report, and says by number whether all is well. */
export function deliver(report: Report, flags: Pick<RunFlags, 'junit' | 'json'>): number {
  if (flags.junit !== undefined) write('--junit', flags.junit, toJUnit(report));
  if (flags.json !== undefined) write('--json', flags.json, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(`${printReport(report, { colour: wantsColour(process.stdout) })}\n`);
  return report.conforms ? 0 : 1;
}

export function write(option: string, file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new CannotRunError(
      'cannot_write',
      `${option} ${file} cannot be written: ${(cause as Error).message}`,
      { cause },
    );
  }
}
