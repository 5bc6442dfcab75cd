import { lookUp } from '../contract/document.ts';
import { isObject, type Json, type JsonObject, section } from '../contract/json.ts';
import type { Contract } from '../contract/read-contract.ts';
import { token } from '../contract/spec-error.ts';
import type { Problem } from './problem.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** One example and the schema that must accept it. */
interface Claim {
  /** Where the example stands in the bundled document. */
  at: string;
  /** Where the schema does; `null` for one that nobody claims an example of. */
  schema: string;
  value?: Json;
}

/**
 * Holds every example of the specs to its schema with a validator that shares no code with the one the
 * contract package ships: bodies, headers, parameters, and the `examples` beside a schema. A schema that
 * does not compile is a problem of its own.
 */
export async function validateExamples({ specs }: Contract): Promise<{ count: number; problems: Problem[] }> {
  const { registerSchema, unregisterSchema, setShouldValidateFormat, validate } = await import(
    '@hyperjump/json-schema/draft-2020-12'
  );
  await import('@hyperjump/json-schema/formats');
  setShouldValidateFormat(true);
  const problems: Problem[] = [];
  let count = 0;
  for (const { name, file, document } of specs) {
    const uri = `https://specs.invalid/${name}`;
    const claims = [...claimsOf(document)];
    // The document itself is no schema: its schemas go into one that is, under the pointers they have.
    const pointers = [...new Set(claims.map(({ schema }) => schema))];
    const names = new Map(pointers.map((pointer, index) => [pointer, `s${index}`]));
    const definitions: JsonObject = {};
    for (const [pointer, definition] of names) {
      definitions[definition] = relocate(lookUp(document, { $ref: `#${pointer}` }) ?? {}, names);
    }
    registerSchema({ $schema: DIALECT, $defs: definitions } as never, uri);
    for (const [pointer, group] of Map.groupBy(claims, ({ schema }) => schema)) {
      try {
        const check = await validate(`${uri}#/$defs/${names.get(pointer)}`);
        for (const { at, value } of group) {
          if (value === undefined) continue;
          count += 1;
          const output = check(value as never, 'BASIC');
          if (!output.valid) {
            const message = `breaks its schema ${pointer}: ${explain(output.errors ?? [])}`;
            problems.push({ rule: 'genvoris/valid-examples', file, at, message });
          }
        }
      } catch (cause) {
        const message = `does not compile: ${cause instanceof Error ? cause.message : JSON.stringify(cause)}`;
        problems.push({ rule: 'genvoris/valid-schemas', file, at: pointer, message });
      }
    }
    unregisterSchema(uri);
  }
  return { count, problems };
}

function explain(errors: readonly { keyword: string; instanceLocation: string }[]): string {
  const places = errors.map(({ keyword, instanceLocation }) => {
    const rule = keyword.slice(keyword.lastIndexOf('/') + 1);
    return `${rule} at ${decodeURIComponent(instanceLocation.replace(/^#/, '')) || 'the root'}`;
  });
  return [...new Set(places)].slice(0, 5).join(', ');
}

/** Every schema of the document with the examples that claim to satisfy it. */
function* claimsOf(document: JsonObject): Generator<Claim> {
  for (const name of Object.keys(section(section(document.components).schemas))) {
    const schema = `/components/schemas/${token(name)}`;
    yield { at: schema, schema };
  }
  yield* walk(document, document, '');
}

/** Finds, at any depth, what has a schema and examples of it: media types, headers, parameters, schemas. */
function* walk(document: JsonObject, node: Json, at: string): Generator<Claim> {
  if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) yield* walk(document, item, `${at}/${index}`);
    return;
  }
  if (!isObject(node)) return;
  if (isObject(node.schema)) {
    const schema = `${at}/schema`;
    yield { at: schema, schema };
    if (node.example !== undefined) yield { at: `${at}/example`, schema, value: node.example };
    for (const [name, example] of Object.entries(section(node.examples))) {
      const { value } = section(lookUp(document, example));
      if (value !== undefined) yield { at: `${at}/examples/${token(name)}`, schema, value };
    }
  }
  if (Array.isArray(node.examples)) {
    for (const [index, value] of node.examples.entries())
      yield { at: `${at}/examples/${index}`, schema: at, value };
  }
  for (const [name, item] of Object.entries(node)) {
    // What is inside an example is data, whatever it looks like.
    if (name === 'example' || name === 'examples' || name === 'x-values') continue;
    yield* walk(document, item, `${at}/${token(name)}`);
  }
}

/** A copy whose references point at the definitions they now are. */
function relocate(schema: Json, names: ReadonlyMap<string, string>): Json {
  if (Array.isArray(schema)) return schema.map((item) => relocate(item, names));
  if (!isObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([name]) => !name.startsWith('x-'))
      .map(([name, item]) => {
        const target = name === '$ref' && typeof item === 'string' ? names.get(item.slice(1)) : undefined;
        return [name, target === undefined ? relocate(item, names) : `#/$defs/${target}`];
      }),
  );
}
