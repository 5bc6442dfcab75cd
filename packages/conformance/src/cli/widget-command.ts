import { readFileSync } from 'node:fs';
import { CannotRunError } from '../run/options.ts';
import { selectCells } from '../run/select.ts';
import { createWidgetMatrix } from '../widget/matrix.ts';
import type { WidgetOperation } from '../widget/widget-cell.ts';
import { deliver, deliverListing, requireWritable } from './deliver.ts';
import { showProgress } from './progress.ts';

export interface WidgetFlags {
  widget?: string;
  page?: string;
  operation?: WidgetOperation;
  only?: string[];
  bail?: boolean;
  name?: string;
  junit?: string;
  json?: string;
  list?: boolean;
}

/** @returns the exit code: 0 conforms, 1 does not. */
export async function widgetCommand({ widget, list, junit, json, ...options }: WidgetFlags): Promise<number> {
  const files = { ...(junit !== undefined && { junit }), ...(json !== undefined && { json }) };
  if (list) {
    deliverListing(selectCells(await createWidgetMatrix(), options.only ?? []), files);
    return 0;
  }
  requireWritable(files);
  const script = widget === undefined ? undefined : readScript(widget);
  // Playwright takes a fifth of a second to load, which no other command should wait for.
  const { runWidgetConformance } = await import('../widget/run-widget.ts');
  const progress = showProgress(process.stderr);
  try {
    const report = await runWidgetConformance({
      ...options,
      ...(script !== undefined && { script }),
      onCell: progress.cell,
    });
    progress.end();
    return deliver(report, files);
  } finally {
    progress.end();
  }
}

function readScript(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new CannotRunError('no_widget', `--widget ${file} cannot be read: ${(cause as Error).message}`, {
      cause,
    });
  }
}
