import { FAULTS } from '@genvoris/contract';
import { MOCK_OPERATIONS } from '../spec/operations.ts';
import { DEFAULT_SCENARIO, FAULT_PREFIX, KEY_PREFIX, SELECTABLE_NAMES } from './scenario.ts';

/** One scenario, by its name and its test key. */
export interface ListedScenario {
  name: string;
  key: string;
  /** What each operation answers; one that is not named stays on its default. */
  answers: { operationId: string; status: number }[];
  description?: string;
}

/**
 * Returns every scenario that can be chosen, and what it does.
 *
 * @example listScenarios().find(({ key }) => key === 'gvk_test_EXHAUSTED')?.answers
 */
export function listScenarios(): ListedScenario[] {
  return SELECTABLE_NAMES.map((name) => {
    const key = `${KEY_PREFIX}${name}`;
    const description = descriptionOf(name);
    if (description !== undefined) return { name, key, answers: [], description };
    const answers = MOCK_OPERATIONS.flatMap(({ operationId, responses }) =>
      responses
        .filter(({ examples }) => examples.includes(name))
        .map(({ status }) => ({ operationId: operationId as string, status })),
    );
    return { name, key, answers };
  });
}

function descriptionOf(name: string): string | undefined {
  if (name === DEFAULT_SCENARIO) return 'What every operation answers when nobody asks for anything else.';
  if (!name.startsWith(FAULT_PREFIX)) return undefined;
  return FAULTS[name.slice(FAULT_PREFIX.length) as keyof typeof FAULTS].description;
}

/** The list for a terminal, one line per scenario. */
export function printScenarios(): string {
  const scenarios = listScenarios();
  const width = Math.max(...scenarios.map(({ key }) => key.length));
  return scenarios
    .map(({ key, answers, description }) => `${key.padEnd(width)}  ${description ?? summary(answers)}`)
    .join('\n');
}

function summary(answers: ListedScenario['answers']): string {
  const byStatus = Map.groupBy(answers, ({ status }) => status);
  return [...byStatus]
    .map(([status, operations]) => {
      const names = operations.map(({ operationId }) => operationId);
      const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
      return `${status} ${shown.join(', ')}`;
    })
    .join('; ');
}
