import { isObject, type Json } from '../../contract/json.ts';
import type { AcrossRule } from './across-rule.ts';

/** Limits are positive whole numbers; every operation that takes a body bounds it. */
export const statedLimits: AcrossRule = function* ({ operations }) {
  for (const { file, pointer, operation, operationId, request } of operations.filter(({ event }) => !event)) {
    const at = `${pointer}/x-rate-limit`;
    const rate = operation['x-rate-limit'];
    if (!isObject(rate)) yield { file, at, message: `${operationId} states no rate limit` };
    else if (
      !isCount(rate.limit) ||
      !isCount(rate.windowSeconds) ||
      !Array.isArray(rate.by) ||
      rate.by.length === 0
    ) {
      yield { file, at, message: 'is {limit, windowSeconds, by}, with whole numbers and at least one key' };
    }
    if (request && !isCount(operation['x-body-limit'])) {
      const message = `${operationId} takes a body and states no limit (bytes)`;
      yield { file, at: `${pointer}/x-body-limit`, message };
    }
  }
};

function isCount(value: Json | undefined): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
