import { buildReport } from '../report/build-report.ts';
import type { CellResult, Report } from '../report/report.ts';
import { selectCells } from '../run/select.ts';
import { nameOf } from './answers/answer-cells.ts';
import { PROVIDER_SPECS, type ProviderSpec } from './call.ts';
import { driveProviderCell } from './drive-provider-cell.ts';
import { type Exceptions, ReasonList } from './exceptions.ts';
import type { Judgement } from './judges/general.ts';
import { createProviderMatrix } from './matrix.ts';
import type { ProviderCell } from './provider-cell.ts';
import { PROVIDER_RULES } from './rules.ts';
import type { Setup } from './setup/situation.ts';
import { type ProviderSettings, ProviderStage } from './stage.ts';
import { withStale } from './stale.ts';

export interface ProviderOptions extends Exceptions {
  readonly name?: string;
  /** Where the provider runs. */
  readonly target: string | URL;
  readonly specs?: readonly ProviderSpec[];
  /** A key of a store that the run may fill with plans, customers and endpoints. */
  readonly apiKey: string;
  /** A key of another store. */
  readonly secondApiKey?: string;
  readonly internalSecret?: string;
  /** The address of a picture of a product that the provider can fetch. */
  readonly productImage?: string;
  /** Brings about what no call of the contract does. */
  readonly setup?: Setup;
  /** Cells or checks by id; `*` stands for anything. */
  readonly only?: readonly string[];
  readonly bail?: boolean;
  /** The longest to wait for an answer, in milliseconds. Default 20000. */
  readonly patienceMs?: number;
  readonly onCell?: (result: CellResult, done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Holds a running server of the Genvoris side to the specs: every operation, status, header and error, and
 * what must hold from one call to the next.
 *
 * @throws {CannotRunError} where there is nothing to judge.
 */
export async function runProvider(options: ProviderOptions): Promise<Report> {
  const startedAt = new Date();
  const { only = [], specs = PROVIDER_SPECS } = options;
  const matrix = await createProviderMatrix(specs);
  const cells = selectCells(matrix, only);
  const stage = new ProviderStage(toSettings(options));
  try {
    await stage.reachable();
    const unreachable = new ReasonList(options.unreachable);
    const excused = new ReasonList(options.excused);
    const results = await driveAll(cells, stage, options, { unreachable, excused });
    const target = String(options.target);
    const report = buildReport(
      cells,
      results,
      {
        name: options.name ?? target,
        target,
        partial: cells.length < matrix.length,
        startedAt,
        tookMs: Date.now() - startedAt.getTime(),
      },
      PROVIDER_RULES,
    );
    // A part of the matrix cannot show that an entry is of no use.
    return only.length > 0
      ? report
      : withStale(report, { unreachable: unreachable.unused(), excused: excused.unused() });
  } finally {
    stage.close();
  }
}

function toSettings(options: ProviderOptions): ProviderSettings {
  const { target, apiKey, secondApiKey, internalSecret, productImage, setup, patienceMs = 20_000 } = options;
  return { target: new URL(target), apiKey, secondApiKey, internalSecret, productImage, setup, patienceMs };
}

interface Lists {
  readonly unreachable: ReasonList;
  readonly excused: ReasonList;
}

async function driveAll(
  cells: readonly ProviderCell[],
  stage: ProviderStage,
  { bail, onCell, signal }: ProviderOptions,
  lists: Lists,
): Promise<CellResult[]> {
  const judgement: Judgement = { settings: stage.settings, requestIds: new Set() };
  const seen = new Set<string>();
  const driven: { cell: ProviderCell; result: CellResult }[] = [];
  for (const cell of cells) {
    if (signal?.aborted) break;
    const result = await driveProviderCell(cell, stage, judgement, (reply) => {
      const name = nameOf(reply);
      if (name) seen.add(`${reply.call.operationId}/answer/${name.status}/${name.example}`);
    });
    driven.push({ cell, result });
    onCell?.(result, driven.length, cells.length);
    if (bail && excuse(cell, result, seen, lists).state !== 'conforms') break;
  }
  return driven.map(({ cell, result }) => excuse(cell, result, seen, lists));
}

/** What is left of a result once what is listed with a reason is taken away. */
function excuse(cell: ProviderCell, result: CellResult, seen: ReadonlySet<string>, lists: Lists): CellResult {
  const reasons: string[] = [];
  let findings = result.findings.filter(({ check, rule }) => {
    // By the cell's id only what the cell itself is about is excused, not what its answers broke besides.
    const reason = lists.excused.use(check) ?? (rule === cell.rule ? lists.excused.use(cell.id) : undefined);
    if (reason !== undefined) reasons.push(reason);
    return reason === undefined;
  });
  let { state, reason } = result;
  if (cell.answer && !seen.has(cell.id)) {
    const why = lists.unreachable.use(cell.id);
    if (why !== undefined) {
      reasons.push(why);
      findings = findings.filter(({ rule }) => rule !== cell.rule);
      state = 'conforms';
    }
  } else if (cell.answer && state === 'not_run') state = 'conforms';
  if (state === 'not_run') {
    const why = lists.excused.use(`${cell.operationId}.${cell.rule}`) ?? lists.excused.use(cell.id);
    if (why === undefined) return { ...result, findings };
    reasons.push(why);
    state = 'conforms';
  }
  state = findings.length === 0 ? 'conforms' : 'fails';
  const { reason: _old, ...rest } = result;
  reason = reasons.length > 0 ? [...new Set(reasons)].join(' ') : undefined;
  return { ...rest, state, findings, ...(reason !== undefined && { reason }) };
}
