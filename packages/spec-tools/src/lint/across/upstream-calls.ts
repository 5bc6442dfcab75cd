import { section } from '../../contract/json.ts';
import { type AcrossRule, list, problem } from './across-rule.ts';

/** What a storefront operation calls upstream exists. */
export const upstreamCalls: AcrossRule = ({ operations }) =>
  operations.flatMap((operation) =>
    list(operation, 'x-upstream').flatMap((call, index) => {
      const { spec, operationId, when } = section(call);
      const at = `${operation.pointer}/x-upstream/${index}`;
      const found = operations.some(
        (other) => other.spec === spec && other.operationId === operationId && !other.event,
      );
      return [
        ...(found
          ? []
          : [
              problem(
                'upstream-calls',
                operation.file,
                at,
                `there is no operation ${operationId} in ${spec}`,
              ),
            ]),
        ...(when === 'always' || when === 'shopper'
          ? []
          : [problem('upstream-calls', operation.file, at, `when is always or shopper, not ${when}`)]),
      ];
    }),
  );
