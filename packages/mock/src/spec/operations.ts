import { OPERATIONS, type Operation, type OperationId } from '@genvoris/contract';

/** An operation of the contract at the place where the mock serves it. */
export interface MockOperation extends Omit<Operation, 'operationId' | 'responses'> {
  operationId: OperationId;
  /** The path on the mock; differs from `path` where the spec is mounted below a prefix. */
  mountedPath: string;
  /** Every documented answer with its named examples, lowest status first. */
  responses: readonly (Operation['responses'][number] & { status: number })[];
}

export interface NamedExample {
  status: number;
  example: string | undefined;
}

// The storefront's paths are relative to wherever a shop mounts its adapter, and would otherwise
// collide with the try-on backend's own `/status`.
const MOUNTS: Readonly<Record<string, string>> = { storefront: '/storefront' };

export const MOCK_OPERATIONS: readonly MockOperation[] = Object.entries<Operation>(OPERATIONS).map(
  ([operationId, entry]) => ({
    ...entry,
    operationId: operationId as OperationId,
    mountedPath: `${MOUNTS[entry.spec] ?? ''}${entry.path}`,
    responses: Object.entries(entry.responses)
      .map(([status, response]) => ({ ...response, status: Number(status) }))
      .sort((a, b) => a.status - b.status),
  }),
);

/** Where a spec describes the operation, key by key. */
export function placeOf({ path, method }: MockOperation): string[] {
  return ['paths', path, method.toLowerCase()];
}

/** The first example of the lowest 2xx (or, for a redirecting operation, 3xx) answer. */
export function defaultExample(operation: MockOperation): NamedExample {
  const response =
    operation.responses.find(({ status }) => status >= 200 && status < 400) ?? operation.responses[0];
  if (!response) throw new Error(`${operation.operationId} documents no answer.`);
  return { status: response.status, example: response.examples[0] };
}

/** The first answer that has an example of this name. */
export function findExample(operation: MockOperation, example: string): NamedExample | undefined {
  const response = operation.responses.find(({ examples }) => examples.includes(example));
  return response && { status: response.status, example };
}
