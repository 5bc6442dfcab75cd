import { pointerOf } from '../../../core/contract/documented.ts';
import { follow, loadSpec } from '../../../core/contract/spec.ts';
import { operation, type ProviderOperationId } from '../calls/call.ts';
import type { Placed, SchemaNode } from './nodes.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header' | 'cookie';
  readonly required: boolean;
  readonly example: unknown;
  readonly schema: Placed;
}

interface ParameterNode {
  name: string;
  in: Parameter['in'];
  required?: boolean;
  example?: unknown;
}

/** The parameters of an operation with their schemas, those of its path among them. */
export function parametersOf(operationId: ProviderOperationId): Parameter[] {
  const { spec } = operation(operationId);
  const document = loadSpec(spec);
  const own = pointerOf(operationId);
  const lists = [`${own}/parameters`, `${own.slice(0, own.lastIndexOf('/'))}/parameters`];
  return lists.flatMap((list) => {
    const length = follow<unknown[]>(document, list)?.node.length ?? 0;
    return Array.from({ length }, (_, n) => follow<ParameterNode>(document, `${list}/${n}`)).flatMap(
      (found): Parameter[] => {
        const schema = found && follow<SchemaNode>(document, `${found.pointer}/schema`);
        if (!found || !schema) return [];
        const { name, in: where, required = false, example } = found.node;
        return [{ name, in: where, required, example, schema }];
      },
    );
  });
}

/** The examples of the query parameters that have to be there. */
export function exampleParameters(operationId: ProviderOperationId): Record<string, string> {
  const wanted = parametersOf(operationId).filter((one) => one.in === 'query' && one.required);
  return Object.fromEntries(wanted.map(({ name, example }) => [name, String(example)]));
}
