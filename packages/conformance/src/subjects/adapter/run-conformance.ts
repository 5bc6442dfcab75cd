import { CannotRunError } from '../../core/cells/errors.ts';
import { selectCells } from '../../core/cells/select.ts';
import { inventKey } from '../../core/contract/invent-key.ts';
import { OPEN_MODELS } from '../../core/contract/storefront.ts';
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
const COUNTING_WORKERS = 2;

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
  const { models = OPEN_MODELS } = options;
  if (!options.start && models.length > 1) {
    const sentence =
      '--models: an adapter that runs already is under one model. Give one, or let --command start it.';
    throw new CannotRunError('too_many_models', sentence);
  }
  return runSubject<AdapterCell, AdapterHarness>(
    {
      rules: ADAPTER_RULES,
      matrix: () => createAdapterMatrix(options),
      lanes: { of: ({ model }) => model, at: ({ settings }) => settings.model },
      async open(cells, closing) {
        const canaries = createCanaries(options.apiKey ?? inventKey(), options.internalSecret ?? inventKey());
        const secrets = {
          order: options.orderSecret ?? (options.start ? inventKey() : ''),
          webhook: options.webhookSecret ?? (options.start ? inventKey() : ''),
        };
        const workers: AdapterWorker[] = [];
        closing.defer(async () => void (await Promise.all(workers.map(({ close }) => close()))));
        const opening = models.flatMap((model) => {
          const own = cells.filter((cell) => cell.model === model);
          // The first one takes every cell that does not wait, and so those that need an upstream without an address.
          return Array.from({ length: howManyWorkers(options, own) }, async (_, index) => {
            const needsTwin = index === 0 && OPEN_MODELS.includes(model);
            const worker = await openWorker(options, { model, needsTwin, canaries, secrets });
            workers.push(worker);
            return worker;
          });
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
  options: Pick<ConformanceOptions, 'unsupported' | 'guests' | 'models' | 'only'> = {},
): Promise<ListedCell[]> {
  return listingData(selectCells(await createAdapterMatrix(options), options.only ?? []));
}

// An adapter that runs already has one upstream, and so one worker.
function howManyWorkers(
  { start, lanes = DEFAULT_WORKERS, workers = lanes }: ConformanceOptions,
  cells: readonly AdapterCell[],
): number {
  if (cells.length === 0) return 0;
  if (!start) return 1;
  // What few cells wait for under a model that counts is not worth a start each.
  const most = cells.some(({ model }) => OPEN_MODELS.includes(model))
    ? workers
    : Math.min(workers, COUNTING_WORKERS);
  return Math.min(most, 1 + cells.filter(({ waits }) => waits).length);
}
