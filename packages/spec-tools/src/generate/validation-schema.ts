import { isObject, type Json, type JsonObject } from '../contract/json.ts';
import { SpecError } from '../contract/spec-error.ts';

// Says nothing about what is valid; left out, so that it does not travel in the compiled code.
const ANNOTATIONS = new Set([
  'title',
  'description',
  'default',
  'deprecated',
  'example',
  'examples',
  'externalDocs',
  'discriminator',
  'readOnly',
  'writeOnly',
  'xml',
  '$comment',
  'contentMediaType',
  'contentEncoding',
]);
const MAPS = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas']);
const LISTS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const SCHEMAS = new Set([
  'not',
  'if',
  'then',
  'else',
  'items',
  'contains',
  'propertyNames',
  'additionalProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
]);

/** The part of a schema that decides validity, its references renamed by `rename`. */
export function validationSchema(schema: Json, rename: (ref: string) => string): Json {
  if (!isObject(schema)) return schema;
  // A binary part of a form has no text to hold to the rest of the schema.
  if (schema.format === 'binary' || schema.contentMediaType === 'application/octet-stream') return {};
  const result: JsonObject = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (ANNOTATIONS.has(keyword) || keyword.startsWith('x-')) continue;
    if (keyword === '$ref' && typeof value === 'string') {
      result.$ref = rename(value);
    } else if (MAPS.has(keyword) && isObject(value)) {
      result[keyword] = Object.fromEntries(
        Object.entries(value).map(([name, item]) => [name, validationSchema(item, rename)]),
      );
    } else if (LISTS.has(keyword) && Array.isArray(value)) {
      result[keyword] = value.map((item) => validationSchema(item, rename));
    } else if (SCHEMAS.has(keyword)) {
      result[keyword] = validationSchema(value, rename);
    } else {
      result[keyword] = value;
    }
  }
  return result;
}

const COMPONENT = /^#\/components\/schemas\/([\w.-]+)$/;

/** The name behind `#/components/schemas/<name>`. */
export function componentName(ref: string, file: string): string {
  const name = COMPONENT.exec(ref)?.[1];
  if (!name) throw new SpecError(file, '', `${ref} does not point at a schema of the components`);
  return name;
}

/**
 * A text that two component schemas share exactly if they accept the same documents: the schema with
 * everything it refers to.
 */
export function signature(
  name: string,
  schemas: JsonObject,
  file: string,
  open: readonly string[] = [],
): string {
  if (open.includes(name)) return `recursive ${name}`;
  const target = schemas[name];
  if (target === undefined)
    throw new SpecError(file, `/components/schemas/${name}`, 'is referenced and missing');
  const expand = (ref: string) => signature(componentName(ref, file), schemas, file, [...open, name]);
  return JSON.stringify(validationSchema(target, expand));
}
