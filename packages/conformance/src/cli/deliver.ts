import { accessSync, constants, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Cell, RuleTexts } from '../core/cells/cell.ts';
import { CannotRunError } from '../core/cells/errors.ts';
import { toJUnit } from '../core/report/junit.ts';
import { listingData, printListing } from '../core/report/listing.ts';
import { printExceptions } from '../core/report/print-exceptions.ts';
import type { Report } from '../core/report/report.ts';
import { wantsColour } from '../core/report/style.ts';
import { printReport } from '../core/report/terminal.ts';

interface ReportFiles {
  junit?: string;
  json?: string;
}

/** Refuses files that cannot be written before the run, which takes minutes, and not after it. */
export function requireWritable(files: ReportFiles): void {
  for (const option of ['junit', 'json'] as const) {
    const file = files[option];
    if (file === undefined) continue;
    try {
      const there = statSync(file, { throwIfNoEntry: false });
      if (there?.isDirectory()) throw new Error('it is a folder');
      accessSync(there ? file : dirname(file), constants.W_OK);
    } catch (cause) {
      throw cannotWrite(`--${option}`, file, cause as Error);
    }
  }
}

/** Prints and writes the report, and returns the exit code. */
export function deliver(report: Report, files: ReportFiles): number {
  process.stdout.write(printExceptions(report));
  process.stdout.write(`${printReport(report, { colour: wantsColour(process.stdout) })}\n`);
  if (files.junit !== undefined) write('--junit', files.junit, toJUnit(report));
  if (files.json !== undefined) write('--json', files.json, `${JSON.stringify(report, null, 2)}\n`);
  return report.conforms ? 0 : 1;
}

export function deliverListing(cells: readonly Cell[], { json }: ReportFiles, texts: RuleTexts): void {
  if (json !== undefined) write('--json', json, `${JSON.stringify(listingData(cells), null, 2)}\n`);
  process.stdout.write(`${printListing(cells, texts)}\n`);
}

function write(option: string, file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw cannotWrite(option, file, cause as Error);
  }
}

function cannotWrite(option: string, file: string, cause: Error): CannotRunError {
  return new CannotRunError('cannot_write', `${option} ${file} cannot be written: ${cause.message}`, {
    cause,
  });
}
