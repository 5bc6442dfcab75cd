import type { CellResult } from '../../../core/report/report.ts';
import type { ProviderCell } from '../cells/provider-cell.ts';
import type { ReasonList } from './exceptions.ts';

export interface ExceptionLists {
  readonly unreachable: ReasonList;
  readonly excused: ReasonList;
}

/** What is left of a result once what is listed with a reason is taken away. */
export function excuse(
  cell: ProviderCell,
  result: CellResult,
  seen: ReadonlySet<string>,
  lists: ExceptionLists,
): CellResult {
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
