import type { Json, JsonObject } from '../contract/json.ts';
import { type ContractOperation, shownErrors } from '../contract/operations.ts';
import { header, literal } from './source-text.ts';

/** Source of `gen/scenarios.ts`: where each named example is answered, and the errors of each operation. */
export function scenariosSource(operations: readonly ContractOperation[]): string {
  const scenarios = new Map<string, Json[]>();
  const words: JsonObject = {};
  for (const { event, operationId, responses } of operations) {
    if (event) continue;
    const byStatus: JsonObject = {};
    for (const { status, bodies } of responses) {
      const names = new Set(bodies.flatMap(({ examples }) => Object.keys(examples)));
      for (const example of names) {
        const answers = scenarios.get(example) ?? [];
        answers.push({ operationId, status, example });
        scenarios.set(example, answers);
      }
      const shown = status >= 400 ? bodies.flatMap(shownErrors) : [];
      if (shown.length > 0) byStatus[status] = shown.map((error) => ({ ...error }));
    }
    words[operationId] = byStatus;
  }
  const table = Object.fromEntries([...scenarios].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${header('openapi')}
import type { ErrorCode, PortalErrorCode } from './catalogue.ts';
import type { ErrorReason } from './messages.ts';
import type { OperationId } from './operations.ts';

/** One answer that shows a scenario: the example of this name, of this operation, at this status. */
export interface ScenarioAnswer {
  readonly operationId: OperationId;
  readonly status: number;
  readonly example: string;
}

export const SCENARIOS = ${literal(table)} as const satisfies Record<string, readonly ScenarioAnswer[]>;
export type ScenarioName = keyof typeof SCENARIOS;

export const SCENARIO_NAMES = Object.keys(SCENARIOS) as ScenarioName[];

/** One error that an operation documents, under the name of its example. */
export interface ErrorWord {
  readonly example: string;
  readonly code?: ErrorCode;
  readonly error?: PortalErrorCode;
  readonly reason?: ErrorReason;
}

/** The errors each operation documents, by status. */
export const ERROR_WORDS: {
  readonly [operationId in OperationId]: { readonly [status: number]: readonly ErrorWord[] };
} = ${literal(words)};
`;
}
