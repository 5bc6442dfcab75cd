import { SELECTABLE_NAMES } from './scenarios/scenario.ts';
import { MOCK_OPERATIONS } from './spec/operations.ts';

/** What the terminal says once the mock is up. */
export function welcome(url: string): string {
  const bySpec = Map.groupBy(MOCK_OPERATIONS, ({ spec }) => spec);
  const width = Math.max(...[...bySpec.keys()].map((spec) => spec.length));
  const rows = [...bySpec].map(([spec, operations]) => {
    const [first] = operations;
    const more = operations.length > 1 ? ` and ${operations.length - 1} more` : '';
    return `  ${spec.padEnd(width)}  ${first?.method} ${url}${first?.mountedPath}${more}`;
  });
  return `genvoris-mock on ${url}

${rows.join('\n')}

Choose one of ${SELECTABLE_NAMES.length} scenarios (genvoris-mock --list):
  by key     gvk_test_EXHAUSTED as bearer token, ?api_key= or "api_key" in a JSON body
  by path    ${url}/scenario/EXHAUSTED/storefront/status
  by header  Prefer: example=EXHAUSTED
Below HTTP:  gvk_test_fault_reset_mid_body, gvk_test_fault_slow_drip, ...
Any other key gets the default answers. ${url}/ describes all of this as JSON. Ctrl-C stops.`;
}
