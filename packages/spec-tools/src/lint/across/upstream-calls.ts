import { section } from '../../contract/json.ts';
import { type AcrossRule, list } from './across-rule.ts';

/** What a storefront operation calls upstream exists. */
export const upstreamCalls: AcrossRule = function* ({ operations }) {
  for (const operation of operations) {
    const { file, pointer } = operation;
    for (const [index, call] of list(operation, 'x-upstream').entries()) {
      const { spec, operationId, when } = section(call);
      const at = `${pointer}/x-upstream/${index}`;
      if (!operations.some((one) => one.spec === spec && one.operationId === operationId && !one.event)) {
        yield { file, at, message: `there is no operation ${operationId} in ${spec}` };
      }
      if (when !== 'always' && when !== 'shopper') {
        yield { file, at, message: `when is always or shopper, not ${when}` };
      }
    }
  }
};
