/** What compiled code leaves behind for one broken rule. */
export interface CompiledError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const quote = (value: unknown) => `"${value}"`;
const bound = (comparison: string, unit: string) => (params: CompiledError['params']) =>
  `must NOT have ${comparison} than ${params.limit} ${unit}`;
const range = ({ comparison, limit }: CompiledError['params']) => `must be ${comparison} ${limit}`;

// The parameters are those that ajv documents for each keyword.
const SENTENCES: Readonly<Record<string, (params: CompiledError['params']) => string>> = {
  required: () => 'is required',
  additionalProperties: () => 'is not a documented field',
  type: ({ type }) => `must be ${type}`,
  const: ({ allowedValue }) => `must be ${JSON.stringify(allowedValue)}`,
  enum: ({ allowedValues }) =>
    `must be one of ${(allowedValues as unknown[]).map((value) => JSON.stringify(value)).join(', ')}`,
  format: ({ format }) => `must match format ${quote(format)}`,
  pattern: ({ pattern }) => `must match pattern ${quote(pattern)}`,
  minLength: bound('fewer', 'characters'),
  maxLength: bound('more', 'characters'),
  minItems: bound('fewer', 'items'),
  maxItems: bound('more', 'items'),
  minProperties: bound('fewer', 'properties'),
  maxProperties: bound('more', 'properties'),
  minimum: range,
  maximum: range,
  exclusiveMinimum: range,
  exclusiveMaximum: range,
  uniqueItems: ({ i, j }) => `must NOT have duplicate items (items ## ${j} and ${i} are identical)`,
  oneOf: () => 'must match exactly one schema in oneOf',
  anyOf: () => 'must match a schema in anyOf',
};

/** What is wrong, to be read after the name of the place: `must be string`. */
export function sentence({ keyword, params }: CompiledError): string {
  return SENTENCES[keyword]?.(params) ?? `breaks the rule ${keyword}`;
}
