import { selectCells } from '../../core/cells/select.ts';
import { inventKey } from '../../core/contract/invent-key.ts';
import { type ListedCell, listingData } from '../../core/report/listing.ts';
import type { Report } from '../../core/report/report.ts';
import { runSubject } from '../../core/running/run-subject.ts';
import type { AdapterCell } from './cells/adapter-cell.ts';
import type { AdapterHarness } from './harness/harness.ts';
import type { ConformanceOptions } from './harness/options.ts';
import { type AdapterWorker, openWorker } from './harness/worker.ts';
import { createAdapterMatrix } from './matrix/matrix.ts';
import { ADAPTER_RULES } from './rules/rules.ts';
import { createCanaries } from './upstream/canaries.ts';

const DEFAULT_WORKERS = 7;

/**
 * Holds an adapter to the contract: hosts the scripted upstream, drives the adapter as a browser would, and
 * judges what it sent upstream and what it gave the browser.
 *
 * @throws CannotRunError where there is nothing to judge, with a code such as `nothing_selected`, `no_target`,
 *   `target_unreachable` or `upstream_not_listening`
 * @see openapi/storefront.yaml
 * @example
 * const report = await runConformance({ target: 'http://127.0.0.1:3000/api/genvoris', upstreamPort: 4010, apiKey });
 * if (!report.conforms) console.log(report.cells.filter(({ state }) => state === 'fails'));
 */
export async function runConformance(options: ConformanceOptions): Promise<Report> {
  return runSubject<AdapterCell, AdapterHarness>(
    {
      rules: ADAPTER_RULES,
      matrix: () => createAdapterMatrix(options),
      async open(cells, closing) {
        const canaries = createCanaries(options.apiKey ?? inventKey(), options.internalSecret ?? inventKey());
        const workers: AdapterWorker[] = [];
        closing.defer(async () => void (await Promise.all(workers.map(({ close }) => close()))));
        // The first one takes every cell that does not wait, and so those that need an upstream without an address.
        const opening = Array.from({ length: howManyWorkers(options, cells) }, async (_, index) => {
          const worker = await openWorker(options, canaries, index === 0);
          workers.push(worker);
          return worker;
        });
        await Promise.allSettled(opening);
        const opened = await Promise.all(opening);
        return { target: opened[0]?.target.href ?? '', harnesses: opened.map(({ harness }) => harness) };
      },
      drive: async (cell, harness) => ({ verdicts: await cell.drive(harness) }),
    },
    options,
  );
}

/**
 * Returns the cells that `runConformance` would drive with these options.
 *
 * @throws CannotRunError `nothing_selected` where `only` names no cell
 * @example const cells = await listCells({ only: ['getStorefrontStatus/*'] });
 */
export async function listCells(
  options: Pick<ConformanceOptions, 'unsupported' | 'guests' | 'only'> = {},
): Promise<ListedCell[]> {
  return listingData(selectCells(await createAdapterMatrix(options), options.only ?? []));
}

// An adapter that runs already has one upstream, and so one worker.
function howManyWorkers(
  { start, lanes = DEFAULT_WORKERS, workers = lanes }: ConformanceOptions,
  cells: readonly AdapterCell[],
): number {
  return start ? Math.min(workers, 1 + cells.filter(({ waits }) => waits).length) : 1;
}
