import { describeCell } from '../report/build-report.ts';
import type { CellResult, CheckFinding } from '../report/report.ts';
import { CannotDriveError } from '../run/stage.ts';
import { Claims } from './claims.ts';
import { GENERAL_JUDGES, type Judgement } from './judges/general.ts';
import type { ProviderCell } from './provider-cell.ts';
import type { Reply } from './reply.ts';
import type { GeneralRule, ProviderRule } from './rules.ts';
import type { ProviderStage } from './stage.ts';

/** Drives one cell and judges what it claims and every answer it saw. */
export async function driveProviderCell(
  cell: ProviderCell,
  stage: ProviderStage,
  judgement: Judgement,
  onReply: (reply: Reply) => void,
): Promise<CellResult> {
  const begun = performance.now();
  const claims = new Claims();
  let reason: string | undefined;
  try {
    await cell.drive(stage, claims);
  } catch (error) {
    reason =
      error instanceof CannotDriveError ? error.message : `the run itself failed: ${(error as Error).stack}`;
  }
  const findings: CheckFinding[] = claims.findings.map((finding) => ({
    check: `${cell.operationId}.${cell.rule}`,
    rule: cell.rule,
    ...finding,
  }));
  for (const reply of stage.replies) {
    onReply(reply);
    findings.push(...(await judgeReply(cell, reply, judgement)));
  }
  await stage.end();
  const tookMs = performance.now() - begun;
  const state = reason !== undefined ? 'not_run' : findings.length === 0 ? 'conforms' : 'fails';
  return { ...describeCell(cell), state, ...(reason !== undefined && { reason }), tookMs, findings };
}

async function judgeReply(cell: ProviderCell, reply: Reply, judgement: Judgement): Promise<CheckFinding[]> {
  const found: CheckFinding[] = [];
  for (const [rule, judge] of Object.entries(GENERAL_JUDGES)) {
    for (const { message, ...rest } of await judge(reply, judgement)) {
      const { operationId } = reply.call;
      const where = operationId === cell.operationId ? '' : `${operationId}: `;
      const check = `${cell.operationId}.${rule as GeneralRule}`;
      found.push({ check, rule: rule as ProviderRule, message: where + message, ...rest });
    }
  }
  return found;
}
