import type { Cell, RuleTexts, Verdicts } from '../cells/cell.ts';
import type { CellResult } from '../report/report.ts';

/** A kind of thing that is judged: its cells, how one is driven, and its rules. */
export interface Subject<One extends Cell, Harness> {
  readonly rules: RuleTexts;
  /** Every cell there is, whatever of it is asked for. */
  matrix(): Promise<One[]>;
  /** Makes ready what these cells are driven on; what has to be closed afterwards is put on the stack. */
  open(cells: readonly One[], closing: AsyncDisposableStack): Promise<Opened<Harness>>;
  /** Drives one cell, which has its harness to itself meanwhile. */
  drive(cell: One, harness: Harness): Promise<Driven>;
  /** Where a cell is driven, if not on any harness: on those that are of the same lane. */
  readonly lanes?: { of(cell: One): string; at(harness: Harness): string };
  /** What becomes of a result once others are known, such as one that is listed as an exception. */
  settle?(cell: One, result: CellResult): CellResult;
}

export interface Opened<Harness> {
  /** What is judged, in words: an address, or a browser. */
  readonly target: string;
  /** Where cells are driven side by side; the first of a lane takes all that do not wait. */
  readonly harnesses: readonly Harness[];
}

export interface Driven {
  readonly verdicts: Verdicts;
  /** Why the cell was not driven to its end. */
  readonly error?: unknown;
}

/** What every run can be told. */
export interface RunOptions {
  /** Names what is judged in reports. */
  name?: string | undefined;
  /** Cells or checks by id; `*` stands for anything. */
  only?: readonly string[] | undefined;
  /** Stop at the first cell that does not conform; those after it count as not run. */
  bail?: boolean | undefined;
  onCell?: ((result: CellResult, done: number, total: number) => void) | undefined;
  /** Ends the run after the cells that are being driven; the others count as not run. */
  signal?: AbortSignal | undefined;
}
