import type { Cell } from '../matrix/cell.ts';
import { createMatrix } from '../matrix/matrix.ts';
import { buildReport } from '../report/build-report.ts';
import type { Report } from '../report/report.ts';
import { createCanaries, inventKey } from '../upstream/canaries.ts';
import { driveCells } from './drive-cells.ts';
import { type Lane, openLane } from './lane.ts';
import type { ConformanceOptions } from './options.ts';
import { selectCells } from './select.ts';

const DEFAULT_LANES = 4;

/**
 * Holds an adapter to the contract: hosts the scripted upstream, drives the adapter as a browser would, and
 * judges what it sent upstream and what it gave the browser.
 *
 * @throws {CannotRunError} where there is nothing to judge: a bad option, a port in use, no adapter there.
 */
export async function runConformance(options: ConformanceOptions): Promise<Report> {
  const startedAt = new Date();
  const { only = [], unsupported = [], guests = 'allowed' } = options;
  const matrix = await createMatrix({ unsupported, guests });
  const cells = selectCells(matrix, only);
  const canaries = createCanaries(options.apiKey ?? inventKey(), options.internalSecret ?? inventKey());
  const lanes: Lane[] = [];
  try {
    for (let i = 0; i < howManyLanes(options, cells); i += 1) lanes.push(await openLane(options, canaries));
    const results = await driveCells(cells, lanes, options);
    const target = lanes[0]?.target.href ?? '';
    return buildReport(cells, results, {
      name: options.name ?? target,
      target,
      partial: cells.length < matrix.length,
      startedAt,
      tookMs: Date.now() - startedAt.getTime(),
    });
  } finally {
    await Promise.all(lanes.map(({ close }) => close()));
  }
}

// An adapter that runs already has one upstream, and so one lane.
function howManyLanes({ start, lanes = DEFAULT_LANES }: ConformanceOptions, cells: readonly Cell[]): number {
  return start ? Math.min(lanes, 1 + cells.filter(({ waits }) => waits).length) : 1;
}
