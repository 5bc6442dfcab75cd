import { createScenarioServer } from '@genvoris/mock';
import type { Browser } from 'playwright-core';
import { CannotRunError } from '../../core/cells/errors.ts';
import { inventKey } from '../../core/contract/invent-key.ts';
import type { Report } from '../../core/report/report.ts';
import { runSubject } from '../../core/running/run-subject.ts';
import type { RunOptions } from '../../core/running/subject.ts';
import { ChromiumNotFoundError, launchBrowser } from './chromium.ts';
import { WidgetHarness } from './harness.ts';
import { createWidgetMatrix } from './matrix.ts';
import { ObservedPage, REPORT_TIMER_ERRORS } from './observed-page.ts';
import { WIDGET_OPERATIONS, type WidgetOperation } from './operations.ts';
import { WIDGET_RULES } from './rules.ts';
import { serveWidget } from './shop-page.ts';
import type { WidgetCell } from './widget-cell.ts';

/** Options of `runWidgetConformance`. */
export interface WidgetConformanceOptions extends RunOptions {
  /** The text of the script, which is put on a page of the run's own. */
  script?: string | undefined;
  /** A shop page that is served already, in place of `script`; its status question is answered by the run. */
  page?: string | undefined;
  /** What that page asks: the shop's adapter (default), or the backend itself with the key. */
  operation?: WidgetOperation | undefined;
  /** Pages open side by side. Default 3. */
  workers?: number | undefined;
  /** @deprecated in favour of `workers` */
  lanes?: number | undefined;
}

/**
 * Holds a widget to the contract in a real browser: every answer its status question can meet, and what
 * becomes of the page afterwards.
 *
 * @throws CannotRunError `no_browser`, `bad_option`, `nothing_selected`, or `page_unreachable`
 * @see openapi/storefront.yaml getStorefrontStatus
 * @example const report = await runWidgetConformance({ script: await readFile('dist/widget.js', 'utf8') });
 */
export async function runWidgetConformance(options: WidgetConformanceOptions): Promise<Report> {
  const { script, page, operation = 'getStorefrontStatus', signal, lanes = 3, workers = lanes } = options;
  if ((script === undefined) === (page === undefined)) {
    throw new CannotRunError('bad_option', 'Give --widget FILE, or --page URL.');
  }
  return runSubject<WidgetCell, WidgetHarness>(
    {
      rules: WIDGET_RULES,
      matrix: () => createWidgetMatrix(page === undefined ? WIDGET_OPERATIONS : [operation]),
      async open(cells, closing) {
        const browser = await openBrowser(signal);
        closing.defer(() => browser.close());
        if (page !== undefined) await reach(browser, page);
        const harnesses: WidgetHarness[] = [];
        while (harnesses.length < Math.min(workers, cells.length))
          harnesses.push(await openHarness(browser, options, closing));
        return { target: page ?? `Chromium ${browser.version()}`, harnesses };
      },
      drive: async (cell, harness) => ({ verdicts: await cell.drive(harness) }),
    },
    { ...options, name: options.name ?? 'widget' },
  );
}

async function openBrowser(signal: AbortSignal | undefined): Promise<Browser> {
  // With a signal, what ends the run is the caller's matter, and the browser stays until the run has ended.
  const handled = signal === undefined;
  try {
    return await launchBrowser({ handleSIGINT: handled, handleSIGTERM: handled });
  } catch (cause) {
    if (!(cause instanceof ChromiumNotFoundError)) throw cause;
    throw new CannotRunError('no_browser', cause.message, { cause });
  }
}

async function openHarness(
  browser: Browser,
  { script, page }: WidgetConformanceOptions,
  closing: AsyncDisposableStack,
): Promise<WidgetHarness> {
  const server = await createScenarioServer({
    checkRequests: false,
    cors: true,
    keepRequests: 0,
    faults: { dripIntervalMs: 20, oversizeBytes: 8 * 1024 * 1024 },
  });
  closing.defer(() => server.close());
  const context = await browser.newContext();
  closing.defer(() => context.close());
  await context.clock.install();
  await context.addInitScript(REPORT_TIMER_ERRORS);
  if (script !== undefined) await serveWidget(context, script);
  return new WidgetHarness(server, new ObservedPage(await context.newPage()), inventKey(), page);
}

/** A mistyped address is answered with one sentence, not with one for each cell. */
async function reach(browser: Browser, page: string): Promise<void> {
  const context = await browser.newContext();
  try {
    await (await context.newPage()).goto(page, { waitUntil: 'domcontentloaded' });
  } catch (cause) {
    const [why] = (cause as Error).message.split('\n');
    throw new CannotRunError('page_unreachable', `--page ${page} does not open: ${why}`, { cause });
  } finally {
    await context.close();
  }
}
