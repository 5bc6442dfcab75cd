import type { Defect } from './defect.ts';
import { ANSWER_DEFECTS } from './of-answers.ts';
import { CALL_DEFECTS } from './of-calls.ts';
import { ERROR_DEFECTS } from './of-errors.ts';
import { GUARD_DEFECTS } from './of-guards.ts';

/** Every defect. Each check of the run has one here that it must notice. */
export const DEFECTS: readonly Defect[] = [
  ...ANSWER_DEFECTS,
  ...ERROR_DEFECTS,
  ...CALL_DEFECTS,
  ...GUARD_DEFECTS,
];

/** The checks a defect must break. */
export function checksOf({ rule, operations }: Defect): string[] {
  return operations.map((operationId) => `${operationId}.${rule}`);
}
