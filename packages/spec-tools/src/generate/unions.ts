import { isObject, type JsonObject, section } from '../contract/json.ts';

const PASSING = /\{passingSchemas: (passing\d+)\}/;

/** What tells that an alternative of a union is meant: fields that only it needs, and fields whose value it alone takes. */
interface Tells {
  has: string[];
  says: string[];
}

/**
 * The parameters of a `oneOf` that nothing matched, as code: of each alternative how many errors ago its own begin, and
 * what tells that it is meant. Empty where nothing tells.
 */
export function unionParameters(
  code: string,
  parameters: string,
  alternatives: readonly unknown[],
  schemaOf: (id: string) => JsonObject,
): string {
  const starts = startsOf(code, parameters);
  const tells = tellsOf(alternatives.map((one) => fieldsOf(section(one as JsonObject), schemaOf)));
  if (starts.length !== tells.length)
    throw new Error('ajv writes a oneOf in a form that unions.ts does not know');
  if (tells.every(({ has, says }) => has.length + says.length === 0)) return '{}';
  const rows = starts.map((start, at) => `[errors - ${start}, ${JSON.stringify(tells[at])}]`);
  return `{alternatives: [${rows.join(', ')}]}`;
}

// Before each alternative ajv keeps how many errors there were, and compares with it afterwards.
function startsOf(code: string, parameters: string): string[] {
  const passing = PASSING.exec(parameters)?.[1];
  const first = new RegExp(
    `var (_valid\\d+) = _errs\\d+ === errors;\\nif\\(\\1\\)\\{\\nvalid\\d+ = true;\\n${passing} = 0;`,
  );
  const valid = first.exec(code)?.[1];
  const compared = new RegExp(`var ${valid} = (_errs\\d+) === errors;`, 'g');
  return [...code.matchAll(compared)].map(([, start = '']) => start);
}

interface Field {
  required: boolean;
  /** Whether only certain values are taken. */
  closed: boolean;
}

function fieldsOf(schema: JsonObject, schemaOf: (id: string) => JsonObject): Map<string, Field> {
  if (typeof schema.$ref === 'string') return fieldsOf(schemaOf(schema.$ref), schemaOf);
  const fields = new Map<string, Field>();
  const add = (name: string, { required, closed }: Field) => {
    const known = fields.get(name);
    fields.set(name, {
      required: required || known?.required === true,
      closed: closed || known?.closed === true,
    });
  };
  for (const part of Array.isArray(schema.allOf) ? schema.allOf : [])
    for (const [name, field] of fieldsOf(section(part), schemaOf)) add(name, field);
  const required = Array.isArray(schema.required) ? schema.required : [];
  for (const [name, value] of Object.entries(section(schema.properties))) {
    const closed = isObject(value) && ('const' in value || 'enum' in value);
    add(name, { required: required.includes(name), closed });
  }
  return fields;
}

function tellsOf(alternatives: readonly Map<string, Field>[]): Tells[] {
  return alternatives.map((fields) => ({
    has: [...fields].flatMap(([name, { required }]) =>
      // An alternative without fields, such as null, is told by the value's type.
      required && alternatives.some((other) => other.size > 0 && !other.has(name)) ? [name] : [],
    ),
    says: [...fields.keys()].filter((name) => alternatives.every((other) => other.get(name)?.closed)),
  }));
}
