import type { FaultName, OperationId } from '@genvoris/contract';
import type { RecordedRequest } from '../requests/recorded-request.ts';
import { findExample, MOCK_OPERATIONS } from '../spec/operations.ts';
import { parseScenario } from './scenario.ts';

/** An answer written by hand, for what no example of the specs says: unknown values, broken shapes. */
export interface CustomAnswer {
  status: number;
  headers?: Record<string, string | string[]> | undefined;
  /** Bytes and strings go out as they are; anything else as JSON, with that Content-Type unless given. */
  body?: unknown;
  /** Wait this long before answering, in milliseconds. */
  delayMs?: number | undefined;
  /** Answer as soon as the request's headers are in, without waiting for its body. */
  early?: boolean | undefined;
}

/** What an operation does next: a scenario by name (as in a key), a fault, or an answer of your own. */
export type Behaviour =
  | string
  | { scenario: string; delayMs?: number | undefined }
  | { fault: FaultName }
  | CustomAnswer;

/** Asked when a request's headers are in; `undefined` leaves the choice to the request's own key. */
export type BehaviourChooser = (
  request: RecordedRequest,
) => Behaviour | undefined | Promise<Behaviour | undefined>;

/** One behaviour for every request, one per request (the last one stays), or a function that chooses. */
export type BehaviourSource = Behaviour | readonly Behaviour[] | BehaviourChooser;

/** Per-operation behaviours set by a test; they win over whatever the request asks for. */
export class Overrides {
  #choosers = new Map<OperationId, BehaviourChooser>();

  /** Throws where the operation has no such scenario: a test that asks for one means to get it. */
  use(operationId: OperationId, source: BehaviourSource): void {
    if (typeof source !== 'function') {
      for (const behaviour of [source].flat() as Behaviour[]) assertServable(operationId, behaviour);
    }
    this.#choosers.set(operationId, toChooser(source));
  }

  reset(operationId?: OperationId): void {
    if (operationId === undefined) this.#choosers.clear();
    else this.#choosers.delete(operationId);
  }

  async choose(operationId: OperationId, request: RecordedRequest): Promise<Behaviour | undefined> {
    return this.#choosers.get(operationId)?.(request);
  }
}

function toChooser(source: BehaviourSource): BehaviourChooser {
  if (typeof source === 'function') return source;
  if (!Array.isArray(source)) return () => source as Behaviour;
  const queue = [...(source as readonly Behaviour[])];
  return () => (queue.length > 1 ? queue.shift() : queue[0]);
}

function assertServable(operationId: OperationId, behaviour: Behaviour): void {
  const name = scenarioName(behaviour);
  if (name === undefined || parseScenario(name).kind === 'default' || parseScenario(name).kind === 'fault')
    return;
  const operation = MOCK_OPERATIONS.find((one) => one.operationId === operationId);
  if (!operation) throw new TypeError(`There is no operation ${operationId}.`);
  if (findExample(operation, name)) return;
  const known = operation.responses.flatMap(({ examples }) => examples);
  throw new TypeError(`${operationId} has no scenario "${name}". It has ${known.join(', ')}.`);
}

function scenarioName(behaviour: Behaviour): string | undefined {
  if (typeof behaviour === 'string') return behaviour;
  return 'scenario' in behaviour ? behaviour.scenario : undefined;
}
