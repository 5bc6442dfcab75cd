import type { Cell, Verdicts } from '../cells/cell.ts';
import { CannotDriveError } from '../cells/errors.ts';
import { selectCells } from '../cells/select.ts';
import { buildReport, describeCell } from '../report/build-report.ts';
import type { CellResult, Report } from '../report/report.ts';
import type { Driven, RunOptions, Subject } from './subject.ts';

/**
 * Drives the cells of a subject that are asked for, and reports on them.
 *
 * @throws CannotRunError where there is nothing to judge
 */
export async function runSubject<One extends Cell, Harness>(
  subject: Subject<One, Harness>,
  options: RunOptions,
): Promise<Report> {
  const startedAt = new Date();
  const matrix = await subject.matrix();
  const cells = selectCells(matrix, options.only ?? []);
  const closing = new AsyncDisposableStack();
  try {
    const { target, harnesses } = await subject.open(cells, closing);
    const results = await driveCells(subject, cells, harnesses, options);
    return buildReport(cells, results, subject.rules, {
      name: options.name ?? target,
      target,
      partial: cells.length < matrix.length,
      startedAt,
      tookMs: Date.now() - startedAt.getTime(),
    });
  } finally {
    await closing.disposeAsync();
  }
}

/** The first harness of a lane takes the cells that do not wait, in order, and then helps with those that do. */
async function driveCells<One extends Cell, Harness>(
  subject: Subject<One, Harness>,
  cells: readonly One[],
  harnesses: readonly Harness[],
  { bail, onCell, signal }: RunOptions,
): Promise<CellResult[]> {
  const settle = (cell: One, result: CellResult) => subject.settle?.(cell, result) ?? result;
  const driven: { cell: One; result: CellResult }[] = [];
  let ended = false;
  const work = async (harness: Harness, queue: One[]) => {
    for (let cell = queue.shift(); cell && !ended && !signal?.aborted; cell = queue.shift()) {
      const result = await driveCell(subject, cell, harness);
      driven.push({ cell, result });
      onCell?.(result, driven.length, cells.length);
      if (bail && settle(cell, result).state !== 'conforms') ended = true;
    }
  };
  const cellsOf = Map.groupBy(cells, (cell) => subject.lanes?.of(cell) ?? '');
  const harnessesOf = Map.groupBy(harnesses, (harness) => subject.lanes?.at(harness) ?? '');
  await Promise.all(
    [...harnessesOf].flatMap(([lane, own]) => {
      const quick = (cellsOf.get(lane) ?? []).filter((cell) => !cell.waits);
      const waiting = (cellsOf.get(lane) ?? []).filter((cell) => cell.waits);
      return own.map(async (harness, index) => {
        if (index === 0) await work(harness, quick);
        await work(harness, waiting);
      });
    }),
  );
  return driven.map(({ cell, result }) => settle(cell, result));
}

async function driveCell<One extends Cell, Harness>(
  subject: Subject<One, Harness>,
  cell: One,
  harness: Harness,
): Promise<CellResult> {
  const begun = performance.now();
  const { verdicts, error: thrown } = await subject
    .drive(cell, harness)
    .catch((error: unknown): Driven => ({ verdicts: {}, error }));
  const error = thrown ?? unjudged(cell, verdicts);
  const findings = cell.rules.flatMap((rule) =>
    (verdicts[rule] ?? []).map((found) => ({ check: `${cell.operationId}.${rule}`, rule, ...found })),
  );
  const tookMs = performance.now() - begun;
  const common = describeCell(cell);
  if (error !== undefined) return { ...common, state: 'not_run', reason: reasonOf(error), tookMs, findings };
  return { ...common, state: findings.length === 0 ? 'conforms' : 'fails', tookMs, findings };
}

/** A rule that a cell names and does not judge would look as if it were kept. */
function unjudged({ rules }: Cell, verdicts: Verdicts): Error | undefined {
  const rule = rules.find((one) => verdicts[one] === undefined);
  return rule === undefined ? undefined : new Error(`the cell did not judge its rule ${rule}`);
}

function reasonOf(error: unknown): string {
  return error instanceof CannotDriveError
    ? error.message
    : `the run itself failed: ${(error as Error).stack}`;
}
