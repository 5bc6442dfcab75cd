import { createMatrix } from '../matrix/matrix.ts';
import { runConformance } from '../run/run-conformance.ts';
import { selectCells } from '../run/select.ts';
import { readConfigFile } from './config-file.ts';
import { deliver, deliverListing, requireWritable } from './deliver.ts';
import { showProgress } from './progress.ts';
import { parseOperations, type RunFlags, toConformanceOptions } from './run-options.ts';

/** @returns the exit code: 0 conforms, 1 does not. */
export async function runCommand(typed: RunFlags & { config?: string; list?: boolean }): Promise<number> {
  const { config, list, ...given } = typed;
  // The command line can only say no; its "true" is nobody's word and must not outdo the file's "false".
  if (given.forwardedFor) delete given.forwardedFor;
  const flags = { ...readConfigFile(config), ...given };
  if (list) {
    await printList(flags);
    return 0;
  }
  requireWritable(flags);
  const options = toConformanceOptions(flags);
  const progress = showProgress(process.stderr);
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    const report = await runConformance({ ...options, onCell: progress.cell, signal: stop.signal });
    progress.end();
    return deliver(report, flags);
  } finally {
    progress.end();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}

async function printList(flags: RunFlags): Promise<void> {
  const unsupported = parseOperations(flags.unsupported ?? []);
  const matrix = await createMatrix({ unsupported, guests: flags.guests ?? 'allowed' });
  deliverListing(selectCells(matrix, flags.only ?? []), flags);
}
