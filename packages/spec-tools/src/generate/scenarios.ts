import type { Json } from '../contract/json.ts';
import type { ContractOperation } from '../contract/operations.ts';
import { header, literal } from './source-text.ts';

/** Source of `gen/scenarios.ts`: where each named example is answered. */
export function scenariosSource(operations: readonly ContractOperation[]): string {
  const scenarios = new Map<string, Json[]>();
  for (const { event, operationId, responses } of operations) {
    if (event) continue;
    for (const { status, bodies } of responses) {
      const names = new Set(bodies.flatMap(({ examples }) => Object.keys(examples)));
      for (const example of names) {
        const answers = scenarios.get(example) ?? [];
        answers.push({ operationId, status, example });
        scenarios.set(example, answers);
      }
    }
  }
  const table = Object.fromEntries([...scenarios].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${header('openapi')}
import type { OperationId } from './operations.ts';

/** One answer that shows a scenario: the example of this name, of this operation, at this status. */
export interface ScenarioAnswer {
  readonly operationId: OperationId;
  readonly status: number;
  readonly example: string;
}

export const SCENARIOS = ${literal(table)} as const satisfies Record<string, readonly ScenarioAnswer[]>;
export type ScenarioName = keyof typeof SCENARIOS;

export const SCENARIO_NAMES = /* @__PURE__ */ Object.keys(SCENARIOS) as ScenarioName[];
`;
}
