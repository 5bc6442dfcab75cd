import type { Spec } from '../contract/bundle.ts';
import { type Json, type JsonObject, section } from '../contract/json.ts';
import type { Body, ContractOperation } from '../contract/operations.ts';
import { SpecError } from '../contract/spec-error.ts';
import { componentName, signature, validationSchema } from './validation-schema.ts';

/** One schema to compile, with the place to name if that fails. */
export interface SchemaToCompile {
  schema: JsonObject;
  file: string;
  pointer: string;
  /** The specs that use it. */
  specs: Set<string>;
}

export interface SchemasToCompile {
  byId: ReadonlyMap<string, SchemaToCompile>;
  /** The id of a body's schema. */
  idOf(spec: string, schema: Json): string;
}

/** Gives an id to every component of the specs, once for all that agree on it, and to every body that is none. */
export function schemasToCompile(
  specs: readonly Spec[],
  operations: readonly ContractOperation[],
): SchemasToCompile {
  const byId = new Map<string, SchemaToCompile>();
  const add = (id: string, spec: string, schema: Json, file: string, pointer: string) => {
    const known = byId.get(id);
    if (known) known.specs.add(spec);
    else byId.set(id, { schema: toObject(schema), file, pointer, specs: new Set([spec]) });
  };
  const components = componentIds(specs);
  const plain = (spec: string, schema: Json): Json => {
    const file = specs.find(({ name }) => name === spec)?.file ?? spec;
    return validationSchema(schema, (ref) => {
      const name = componentName(ref, file);
      return components.get(`${spec} ${name}`) ?? name;
    });
  };
  for (const { name: spec, file, document } of specs) {
    for (const [name, schema] of Object.entries(section(section(document.components).schemas))) {
      const id = components.get(`${spec} ${name}`) ?? name;
      add(id, spec, plain(spec, schema), file, `/components/schemas/${name}`);
    }
  }
  const bodies = new Map<string, string>();
  for (const { spec, file, pointer, operationId, body, part, at } of bodiesOf(operations)) {
    const schema = plain(spec, body.schema);
    if (isPlainRef(schema)) continue;
    const text = JSON.stringify(schema);
    const first = `${operationId}.${part}`;
    const id = bodies.get(text) ?? (byId.has(first) ? `${first}.${body.mediaType}` : first);
    bodies.set(text, id);
    add(id, spec, schema, file, `${pointer}/${at}`);
  }
  const idOf = (spec: string, schema: Json): string => {
    const found = plain(spec, schema);
    const id = isPlainRef(found) ? found.$ref : bodies.get(JSON.stringify(found));
    if (!id) throw new SpecError(spec, '', 'a body was not compiled');
    return id;
  };
  return { byId, idOf };
}

/** `<spec> <name>` to an id: the name, and the spec's too where another spec means something else by it. */
function componentIds(specs: readonly Spec[]): Map<string, string> {
  const ids = new Map<string, string>();
  const signatures = new Map<string, string>();
  for (const { name: spec, file, document } of specs) {
    const components = section(section(document.components).schemas);
    for (const name of Object.keys(components)) {
      const text = signature(name, components, file);
      const taken = signatures.get(name);
      const id = taken === undefined || taken === text ? name : `${name}.${spec}`;
      signatures.set(id, text);
      ids.set(`${spec} ${name}`, id);
    }
  }
  return ids;
}

function* bodiesOf(
  operations: readonly ContractOperation[],
): Generator<ContractOperation & { body: Body; part: string; at: string }> {
  for (const operation of operations) {
    for (const body of operation.request?.bodies ?? []) {
      yield { ...operation, body, part: 'request', at: 'requestBody' };
    }
    for (const { status, bodies } of operation.responses) {
      for (const body of bodies)
        yield { ...operation, body, part: String(status), at: `responses/${status}` };
    }
  }
}

function isPlainRef(schema: Json): schema is { $ref: string } {
  const object = toObject(schema);
  return typeof object.$ref === 'string' && Object.keys(object).length === 1;
}

// Ajv takes an $id on objects only.
function toObject(schema: Json): JsonObject {
  if (typeof schema === 'boolean') return schema ? {} : { not: {} };
  return section(schema);
}
