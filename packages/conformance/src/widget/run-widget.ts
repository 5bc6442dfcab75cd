import { createScenarioServer } from '@genvoris/mock';
import type { Browser } from 'playwright-core';
import { ChromiumNotFoundError, launchBrowser } from '../chromium.ts';
import { buildReport, describeCell, notRun } from '../report/build-report.ts';
import type { CellResult, Report } from '../report/report.ts';
import type { Finding } from '../rules/finding.ts';
import { CannotRunError } from '../run/options.ts';
import { selectCells } from '../run/select.ts';
import { inventKey } from '../upstream/canaries.ts';
import { createWidgetMatrix, WIDGET_OPERATIONS, type WidgetMatrixCell } from './matrix.ts';
import { ObservedPage, REPORT_TIMER_ERRORS } from './observed-page.ts';
import { serveWidget } from './shop-page.ts';
import { WidgetStage } from './stage.ts';
import type { WidgetOperation } from './widget-cell.ts';

export interface WidgetConformanceOptions {
  /** Names the widget in reports. */
  name?: string;
  /** The text of the script, which is put on a page of the run's own. */
  script?: string;
  /** A shop page that is served already, in place of `script`; its status question is answered by the run. */
  page?: string;
  /** What that page asks: the shop's adapter (default), or the backend itself with the key. */
  operation?: WidgetOperation;
  /** Cells or checks by id; `*` stands for anything. */
  only?: readonly string[];
  bail?: boolean;
  /** Pages open side by side. Default 3. */
  lanes?: number;
  onCell?: (result: CellResult, done: number, total: number) => void;
  signal?: AbortSignal;
}

/**
 * Holds a widget to the contract in a real browser: every answer its status question can meet, and what
 * becomes of the page afterwards.
 *
 * @throws {CannotRunError} where there is no browser, nothing is selected, or the page does not open.
 */
export async function runWidgetConformance(options: WidgetConformanceOptions): Promise<Report> {
  const startedAt = new Date();
  const { script, page, operation = 'getStorefrontStatus' } = options;
  if ((script === undefined) === (page === undefined)) {
    throw new CannotRunError('bad_option', 'Give --widget FILE, or --page URL.');
  }
  const matrix = await createWidgetMatrix(page === undefined ? WIDGET_OPERATIONS : [operation]);
  const cells = selectCells(matrix, options.only ?? []);
  const browser = await launchBrowser().catch((cause: Error) => {
    if (!(cause instanceof ChromiumNotFoundError)) throw cause;
    throw new CannotRunError('no_browser', cause.message, { cause });
  });
  if (page !== undefined) await reach(browser, page);
  const results: CellResult[] = [];
  const queue = [...cells];
  let ended = false;
  const lane = async () => {
    const server = await createScenarioServer({
      checkRequests: false,
      cors: true,
      keepRequests: 0,
      faults: { dripIntervalMs: 20, oversizeBytes: 8 * 1024 * 1024 },
    });
    const context = await browser.newContext();
    try {
      await context.clock.install();
      await context.addInitScript(REPORT_TIMER_ERRORS);
      if (script !== undefined) await serveWidget(context, script);
      const stage = new WidgetStage(server, new ObservedPage(await context.newPage()), inventKey(), page);
      for (let cell = queue.shift(); cell && !ended && !options.signal?.aborted; cell = queue.shift()) {
        const result = await driveCell(cell, stage);
        results.push(result);
        options.onCell?.(result, results.length, cells.length);
        if (options.bail && result.state !== 'conforms') ended = true;
      }
    } finally {
      await context.close();
      await server.close();
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(options.lanes ?? 3, cells.length) }, lane));
  } finally {
    await browser.close();
  }
  return buildReport(cells, results, {
    name: options.name ?? 'widget',
    target: page ?? `Chromium ${browser.version()}`,
    partial: cells.length < matrix.length,
    startedAt,
    tookMs: Date.now() - startedAt.getTime(),
  });
}

/** Whoever mistyped the address gets one sentence, not one for each cell. */
async function reach(browser: Browser, page: string): Promise<void> {
  const context = await browser.newContext();
  try {
    await (await context.newPage()).goto(page, { waitUntil: 'domcontentloaded' });
    await context.close();
  } catch (cause) {
    await browser.close();
    const [why] = (cause as Error).message.split('\n');
    throw new CannotRunError('page_unreachable', `--page ${page} does not open: ${why}`, { cause });
  }
}

async function driveCell(cell: WidgetMatrixCell, stage: WidgetStage): Promise<CellResult> {
  const begun = performance.now();
  try {
    const verdicts = await cell.drive(stage);
    const findings = cell.rules.flatMap((rule) => {
      const found: Finding[] | undefined = verdicts[rule];
      if (!found) throw new Error(`the cell did not judge its rule ${rule}`);
      return found.map((one) => ({ check: `${cell.operationId}.${rule}`, rule, ...one }));
    });
    const tookMs = performance.now() - begun;
    return { ...describeCell(cell), state: findings.length === 0 ? 'conforms' : 'fails', tookMs, findings };
  } catch (error) {
    return {
      ...notRun(cell, `the run itself failed: ${(error as Error).stack}`),
      tookMs: performance.now() - begun,
    };
  }
}
