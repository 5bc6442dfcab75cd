import { pointerOf, requestSchema } from '../../../core/contract/documented.ts';
import { follow, loadSpec, token } from '../../../core/contract/spec.ts';
import { operation, type ProviderOperationId } from '../calls/call.ts';

/** The parts of a JSON schema that values are made from. */
export interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: unknown;
  readonly examples?: readonly unknown[];
}

/** A schema with the pointer at which the validator finds it. */
export interface Placed {
  readonly node: SchemaNode;
  readonly pointer: string;
}

export function bodySchema(operationId: ProviderOperationId): Placed | undefined {
  const { spec, request } = operation(operationId);
  if (!request) return undefined;
  const [mediaType = ''] = request.mediaTypes;
  const pointer = requestSchema(operationId) ?? mediaSchema(operationId, mediaType);
  return follow<SchemaNode>(loadSpec(spec), pointer);
}

function mediaSchema(operationId: ProviderOperationId, mediaType: string): string {
  return `${pointerOf(operationId)}/requestBody/content/${token(mediaType)}/schema`;
}

export function propertiesOf(spec: string, { node, pointer }: Placed): [name: string, Placed][] {
  return Object.keys(node.properties ?? {}).flatMap((name): [string, Placed][] => {
    const found = follow<SchemaNode>(loadSpec(spec), `${pointer}/properties/${token(name)}`);
    return found ? [[name, found]] : [];
  });
}

export function typesOf({ type }: SchemaNode): readonly string[] {
  return type === undefined ? [] : typeof type === 'string' ? [type] : type;
}
