import type { Cell, RuleTexts } from '../core/cells/cell.ts';
import { CannotRunError } from '../core/cells/errors.ts';
import { selectCells } from '../core/cells/select.ts';
import type { Report } from '../core/report/report.ts';
import type { RunOptions } from '../core/running/subject.ts';
import { deliver, deliverListing, requireWritable } from './deliver.ts';
import type { CommonFlags } from './options.ts';
import { showProgress } from './progress.ts';

/** What a command holds to the contract: its cells and rules for `--list`, and how it is run. */
export interface Holding {
  readonly rules: RuleTexts;
  matrix(): Promise<readonly Cell[]>;
  run(watch: Required<Pick<RunOptions, 'onCell' | 'signal'>>): Promise<Report>;
}

/** Lists or runs, with progress, interruption and the report. Returns the exit code: 0 conforms, 1 does not. */
export async function hold(
  list: boolean | undefined,
  flags: CommonFlags,
  { rules, matrix, run }: Holding,
): Promise<number> {
  if (list) {
    deliverListing(selectCells(await matrix(), flags.only ?? []), flags, rules);
    return 0;
  }
  requireWritable(flags);
  const progress = showProgress(process.stderr);
  const report = await interruptible((signal) => run({ onCell: progress.cell, signal })).finally(
    progress.end,
  );
  return deliver(report, flags);
}

/** Aborts the signal at the first Ctrl-C; a second one ends the process as usual. */
export async function interruptible<Result>(
  during: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    return await during(stop.signal);
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}

/** Makes an action of a command: its number is the exit code, and what it could not do is a sentence and code 2. */
export function finish<Flags>(action: (flags: Flags) => Promise<number>): (flags: Flags) => Promise<void> {
  return async (flags) => {
    try {
      process.exitCode = await action(flags);
    } catch (error) {
      process.exitCode = 2;
      const said =
        error instanceof CannotRunError ? error.message : `a fault of its own: ${(error as Error).stack}`;
      process.stderr.write(`genvoris-conformance: ${said}\n`);
    }
  };
}
