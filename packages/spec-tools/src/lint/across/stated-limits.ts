import { isObject, type Json } from '../../contract/json.ts';
import type { Problem } from '../problem.ts';
import { type AcrossRule, problem } from './across-rule.ts';

/** Limits are positive whole numbers; every operation that takes a body bounds it. */
export const statedLimits: AcrossRule = ({ operations }) =>
  operations.flatMap((entry) => {
    const { event, file, pointer, operation, operationId } = entry;
    if (event) return [];
    const problems: Problem[] = [];
    const report = (name: string, message: string) =>
      problems.push(problem('stated-limits', file, `${pointer}/${name}`, message));
    const rate = operation['x-rate-limit'];
    if (!isObject(rate)) report('x-rate-limit', `${operationId} states no rate limit`);
    else if (
      !isCount(rate.limit) ||
      !isCount(rate.windowSeconds) ||
      !Array.isArray(rate.by) ||
      rate.by.length === 0
    ) {
      report('x-rate-limit', 'is {limit, windowSeconds, by}, with whole numbers and at least one key');
    }
    if (entry.request && !isCount(operation['x-body-limit'])) {
      report('x-body-limit', `${operationId} takes a body and states no limit (bytes)`);
    }
    return problems;
  });

function isCount(value: Json | undefined): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
