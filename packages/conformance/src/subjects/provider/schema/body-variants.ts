import { requestExample } from '../../../core/contract/documented.ts';
import { violations } from '../../../core/contract/validator.ts';
import { isJsonObject } from '../../../core/http/json.ts';
import { operation, type ProviderOperationId, takesKeyInBody } from '../calls/call.ts';
import { bodySchema, propertiesOf, type SchemaNode, typesOf } from './nodes.ts';
import { awkwardValues, badValues, boundValues, type NamedValue } from './values.ts';

/** A change to a valid JSON body. */
export interface BodyVariant {
  readonly name: string;
  /** JSON pointer to what is changed; empty for the whole body. */
  readonly pointer: string;
  readonly apply: (body: unknown) => unknown;
}

export interface BodyVariants {
  readonly invalid: readonly BodyVariant[];
  readonly atBounds: readonly BodyVariant[];
  readonly awkward: readonly BodyVariant[];
}

const NONE: BodyVariants = { invalid: [], atBounds: [], awkward: [] };

/**
 * What can be wrong, extreme or awkward about an operation's JSON body by its schema. Which of them are
 * invalid is asked of the validator, not assumed.
 */
export async function bodyVariants(operationId: ProviderOperationId): Promise<BodyVariants> {
  const schema = bodySchema(operationId);
  const { spec, request } = operation(operationId);
  if (!schema || !request?.mediaTypes.includes('application/json')) return NONE;
  const variants = [...wholeVariants(schema.node), ...propertyVariants(spec, schema)];
  const base = withoutForeign(operationId);
  const invalid: BodyVariant[] = [];
  const atBounds: BodyVariant[] = [];
  for (const variant of variants) {
    // JSON has no undefined: a body that is left out is another matter.
    const broken = (await violations(spec, schema.pointer, variant.apply(base))).length > 0;
    (broken ? invalid : atBounds).push(variant);
  }
  const awkward = eachProperty(spec, schema, awkwardValues);
  // The key is not a value among others: it decides who calls.
  const others = ({ pointer }: BodyVariant) => !(takesKeyInBody(operationId) && pointer === '/api_key');
  return {
    invalid: invalid.filter(others),
    atBounds: atBounds.filter(others),
    awkward: awkward.filter(others),
  };
}

function withoutForeign(operationId: ProviderOperationId): unknown {
  const example = requestExample(operationId);
  return isJsonObject(example) ? example : {};
}

function wholeVariants({ additionalProperties, minProperties }: SchemaNode): BodyVariant[] {
  const whole = (name: string, value: unknown): BodyVariant => ({ name, pointer: '', apply: () => value });
  return [
    whole('body.null', null),
    whole('body.array', [{}]),
    whole('body.text', 'a text'),
    whole('body.number', 7),
    whole('body.true', true),
    ...(minProperties === undefined ? [] : [whole('body.empty-object', {})]),
    ...(additionalProperties === false ? [setting('no_such_field', { name: 'unknown', value: 1 })] : []),
  ];
}

function propertyVariants(spec: string, schema: { node: SchemaNode; pointer: string }): BodyVariant[] {
  const missing = (schema.node.required ?? []).map(
    (name): BodyVariant => ({
      name: `${name}.missing`,
      pointer: `/${name}`,
      apply: (body) => {
        const { [name]: _gone, ...rest } = body as Record<string, unknown>;
        return rest;
      },
    }),
  );
  return [
    ...missing,
    ...eachProperty(spec, schema, badValues),
    ...eachProperty(spec, schema, boundValues),
    ...eachProperty(spec, schema, mapValues),
  ];
}

function eachProperty(
  spec: string,
  schema: { node: SchemaNode; pointer: string },
  valuesOf: (node: SchemaNode) => NamedValue[],
): BodyVariant[] {
  return propertiesOf(spec, schema).flatMap(([name, { node }]) =>
    valuesOf(node).map((value) => setting(name, value)),
  );
}

function setting(field: string, { name, value }: NamedValue): BodyVariant {
  return {
    name: `${field}.${name}`,
    pointer: `/${field}`,
    apply: (body) => ({ ...(body as object), [field]: value }),
  };
}

/** A free-form object, such as metadata: as many keys as it takes, one more, and values it does not take. */
function mapValues(node: SchemaNode): NamedValue[] {
  if (!typesOf(node).includes('object') || node.additionalProperties === undefined) return [];
  const keys = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`key_${n}`, n]));
  const most = node.maxProperties ?? 0;
  return [
    { name: 'nested-value', value: { nested: { too: 'deep' } } },
    { name: 'list-value', value: { list: [1] } },
    { name: 'no-keys', value: {} },
    ...(most === 0
      ? []
      : [
          { name: 'most-keys', value: keys(most) },
          { name: 'one-key-too-many', value: keys(most + 1) },
        ]),
  ];
}
