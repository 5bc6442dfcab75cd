import type { Finding } from '../../../core/cells/finding.ts';
import type { Driven } from '../../../core/running/subject.ts';
import { Assertions } from '../harness/assertions.ts';
import type { ProviderHarness } from '../harness/harness.ts';
import { GENERAL_JUDGES, type Judgement } from './general-judges.ts';
import type { ProviderCell } from './provider-cell.ts';

/** Drives one cell and judges what it claims and every answer it saw. */
export async function driveProviderCell(
  cell: ProviderCell,
  harness: ProviderHarness,
  judgement: Judgement,
): Promise<Driven> {
  const assert = new Assertions();
  let error: unknown;
  try {
    await cell.drive(harness, assert);
  } catch (thrown) {
    error = thrown;
  }
  const verdicts: Record<string, Finding[]> = { [cell.rule]: assert.findings };
  for (const [rule, judge] of Object.entries(GENERAL_JUDGES)) {
    const findings: Finding[] = [];
    for (const reply of harness.replies) {
      const { operationId } = reply.call;
      const where = operationId === cell.operationId ? '' : `${operationId}: `;
      for (const { message, ...rest } of await judge(reply, judgement))
        findings.push({ message: where + message, ...rest });
    }
    verdicts[rule] = findings;
  }
  return { verdicts, error };
}
