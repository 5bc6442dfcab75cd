import type { Mutant } from './mutant.ts';
import { ANSWER_MUTANTS } from './of-answers.ts';
import { CALL_MUTANTS } from './of-calls.ts';
import { ERROR_MUTANTS } from './of-errors.ts';
import { GUARD_MUTANTS } from './of-guards.ts';
import { MONEY_MUTANTS } from './of-money.ts';

/** Every mutant. Each check of the run has one here that it must notice. */
export const MUTANTS: readonly Mutant[] = [
  ...ANSWER_MUTANTS,
  ...ERROR_MUTANTS,
  ...CALL_MUTANTS,
  ...GUARD_MUTANTS,
  ...MONEY_MUTANTS,
];

/** The checks a mutant must break. */
export function checksOf({ rule, operations }: Mutant): string[] {
  return operations.map((operationId) => `${operationId}.${rule}`);
}
