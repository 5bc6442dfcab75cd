import type { FaultName } from '@genvoris/contract';
import { defaultExample, findExample, type MockOperation, type NamedExample } from '../spec/operations.ts';
import type { Behaviour, CustomAnswer } from './behaviour.ts';
import type { Preference } from './prefer.ts';
import { parseScenario, type Scenario } from './scenario.ts';

/** What a request is going to get. */
export type Plan =
  | { kind: 'example'; name: string; at: NamedExample; delayMs: number }
  | { kind: 'preferred'; name: string; at: NamedExample; dynamic: boolean; seed: string | undefined }
  | { kind: 'custom'; answer: CustomAnswer }
  | { kind: 'fault'; fault: FaultName }
  /** Nobody asked for anything this operation has: its default answer, if the request is in order. */
  | { kind: 'default'; delayMs: number }
  | { kind: 'unknown'; what: string; name: string; closest: string[] };

export function planOfBehaviour(operation: MockOperation, behaviour: Behaviour): Plan {
  if (typeof behaviour === 'string') return planOfScenario(operation, parseScenario(behaviour));
  if ('fault' in behaviour) return { kind: 'fault', fault: behaviour.fault };
  if ('status' in behaviour) return { kind: 'custom', answer: behaviour };
  const plan = planOfScenario(operation, parseScenario(behaviour.scenario));
  const { delayMs = 0 } = behaviour;
  return plan.kind === 'example' || plan.kind === 'default' ? { ...plan, delayMs } : plan;
}

export function planOfScenario(operation: MockOperation, scenario: Scenario): Plan {
  switch (scenario.kind) {
    case 'fault':
      return scenario;
    case 'unknown':
      return { kind: 'unknown', what: 'scenario', name: scenario.name, closest: scenario.closest };
    case 'default':
      return { kind: 'default', delayMs: 0 };
    case 'example': {
      const at = findExample(operation, scenario.name);
      return at ? { kind: 'example', name: scenario.name, at, delayMs: 0 } : { kind: 'default', delayMs: 0 };
    }
  }
}

/**
 * `Prefer` as Prism reads it, with two differences: `example` alone is looked for under every status, and
 * a pair of code and example that does not exist is refused (Prism would answer another one).
 */
export function planOfPreference(operation: MockOperation, preference: Preference): Plan {
  const { code, example, dynamic = false, seed } = preference;
  const at = preferred(operation, code, example);
  if (!at) {
    const name = [code, example].filter((part) => part !== undefined).join(' ');
    return { kind: 'unknown', what: 'Prefer answer', name, closest: answersOf(operation) };
  }
  // Prism makes values up from the schema only where no example is asked for.
  const wanted = dynamic && example === undefined ? { status: at.status, example: undefined } : at;
  return { kind: 'preferred', name: wanted.example ?? String(wanted.status), at: wanted, dynamic, seed };
}

function preferred(
  operation: MockOperation,
  code: number | undefined,
  example: string | undefined,
): NamedExample | undefined {
  if (code === undefined)
    return example === undefined ? defaultExample(operation) : findExample(operation, example);
  const response = operation.responses.find(({ status }) => status === code);
  if (!response) return undefined;
  if (example === undefined) return { status: code, example: response.examples[0] };
  return response.examples.includes(example) ? { status: code, example } : undefined;
}

function answersOf({ responses }: MockOperation): string[] {
  return responses.flatMap(({ status, examples }) =>
    examples.length ? examples.map((example) => `${status} ${example}`) : [String(status)],
  );
}
