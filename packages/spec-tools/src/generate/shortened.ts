import type { JsonObject } from '../contract/json.ts';
import { unionParameters } from './unions.ts';

const ERROR =
  /const (err\d+) = \{instancePath(?::(.*?))?,schemaPath:"([^"]*)",keyword:("[^"]*"),params:(\{.*\})\};\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\nerrors\+\+;/g;
const COUNT = /\bconst (_errs\d+) = errors;/g;
const SCHEMA_VALUE = /\b(schema\d+)((?:\.[A-Za-z_$][\w$]*|\["(?:[^"\\]|\\.)*"\]|\[\d+\])+)/g;
const IS_PROPERTY =
  /\bfunc\d+\.call\((schema\d+)((?:\.[A-Za-z_$][\w$]*|\["(?:[^"\\]|\\.)*"\]|\[\d+\])+), ?(key\d+)\)/g;
const STEP = /\.([\w$]+)|\[("(?:[^"\\]|\\.)*"|\d+)\]/g;
const PARAMETERS = '{instancePath="", parentData, parentDataProperty, rootData=data}={}';
const ARGUMENTS = /\{instancePath(?::(.*?))?,parentData(?::.*?)?,parentDataProperty(?::.*?)?,rootData\}/g;

/**
 * Ajv's code of one function, doing the same in half the bytes: an error is one call, the place is handed on
 * as a text, for nothing reads the rest of ajv's context, and of a schema only the values that errors show
 * are kept. `schemas` has the schemas behind ajv's names for them, `schemaOf` those behind references.
 */
export function shortened(
  validateCode: string,
  schemas: ReadonlyMap<string, unknown>,
  schema: unknown,
  schemaOf: (id: string) => JsonObject,
): { code: string; runtime: string[] } {
  let errors = 0;
  const code = validateCode
    .replaceAll(/\/\*# sourceURL="[^"]*" \*\/;/g, '')
    .replaceAll(ERROR, (_, _name, path = 'instancePath', place, keyword, params) => {
      errors += 1;
      const told =
        keyword === '"oneOf"'
          ? unionParameters(validateCode, params, union(schema, place), schemaOf)
          : params;
      return `vErrors = withError(vErrors, ${path}, ${keyword}, ${told});\nerrors++;`;
    })
    // Of more than eight properties ajv asks the schema whether it has one.
    .replaceAll(
      IS_PROPERTY,
      (_, name, path, key) =>
        `${JSON.stringify(Object.keys(at(schemas.get(name), path) as object))}.includes(${key})`,
    )
    .replaceAll(SCHEMA_VALUE, (_, name, path) => JSON.stringify(at(schemas.get(name), path)))
    // Of three alternatives and more ajv counts inside nested blocks what a union's error asks for behind them.
    .replaceAll(COUNT, 'var $1 = errors;')
    .replace(PARAMETERS, 'instancePath = ""')
    .replaceAll(ARGUMENTS, (_, path = 'instancePath') => path);
  const left = /\b(?:schema\d+|rootData|parentData|schemaPath|message:|require)\b.*/.exec(code);
  if (left) throw new Error(`ajv's code has a form that shortened.ts does not know: ${left[0]}`);
  return { code, runtime: errors > 0 ? ['withError'] : [] };
}

function union(schema: unknown, place: string): unknown[] {
  const steps = place
    .slice(2)
    .split('/')
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.reduce<unknown>(
    (found, step) => (found as Record<string, unknown>)[step],
    schema,
  ) as unknown[];
}

function at(schema: unknown, path: string): unknown {
  let found = schema;
  for (const [, name, quoted] of path.matchAll(STEP)) {
    found = (found as Record<string, unknown>)[name ?? JSON.parse(quoted ?? '')];
  }
  return found;
}
