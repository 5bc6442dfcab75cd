import type { Cell } from '../matrix/cell.ts';
import { describeCell, notRun } from '../report/build-report.ts';
import type { CellResult } from '../report/report.ts';
import type { Lane } from './lane.ts';
import type { ConformanceOptions } from './options.ts';
import { CannotDriveError, type Stage } from './stage.ts';

/**
 * Drives the cells, each alone in its lane. Cells that mostly wait for the adapter's timeout go to the further
 * lanes, so that they wait side by side; the first lane takes the others, in order, and then helps.
 */
export async function driveCells(
  cells: readonly Cell[],
  lanes: readonly Lane[],
  { bail, onCell, signal }: Pick<ConformanceOptions, 'bail' | 'onCell' | 'signal'>,
): Promise<CellResult[]> {
  const results: CellResult[] = [];
  const waiting = cells.filter((cell) => cell.waits);
  const quick = cells.filter((cell) => !cell.waits);
  let ended = false;
  const work = async ({ stage }: Lane, ...queues: Cell[][]) => {
    for (const queue of queues) {
      for (let cell = queue.shift(); cell && !ended && !signal?.aborted; cell = queue.shift()) {
        const result = await driveCell(cell, stage);
        results.push(result);
        onCell?.(result, results.length, cells.length);
        if (bail && result.state !== 'conforms') ended = true;
      }
    }
  };
  const [first, ...others] = lanes;
  await Promise.all([first && work(first, quick, waiting), ...others.map((lane) => work(lane, waiting))]);
  return results;
}

async function driveCell(cell: Cell, stage: Stage): Promise<CellResult> {
  const begun = performance.now();
  try {
    const verdicts = await cell.drive(stage);
    const findings = cell.rules.flatMap((rule) => {
      const found = verdicts[rule];
      // A rule that a cell names and does not judge would look as if it were kept.
      if (!found) throw new Error(`the cell did not judge its rule ${rule}`);
      return found.map((finding) => ({ check: `${cell.operationId}.${rule}`, rule, ...finding }));
    });
    const tookMs = performance.now() - begun;
    return { ...describeCell(cell), state: findings.length === 0 ? 'conforms' : 'fails', tookMs, findings };
  } catch (error) {
    const reason =
      error instanceof CannotDriveError ? error.message : `the run itself failed: ${(error as Error).stack}`;
    return { ...notRun(cell, reason), tookMs: performance.now() - begun };
  }
}
