import { readFileSync } from 'node:fs';
import type { Spec } from '../contract/bundle.ts';
import type { Json, JsonObject } from '../contract/json.ts';
import { section } from '../contract/json.ts';
import type { ContractOperation } from '../contract/operations.ts';
import { SpecError } from '../contract/spec-error.ts';
import { header } from './source-text.ts';
import { componentName, signature, validationSchema } from './validation-schema.ts';

export interface CompiledValidators {
  /** `gen/compiled/schemas.js` and its declarations. */
  code: string;
  declarations: string;
  /** Name of the exported function for a body's schema, by spec and the schema's place. */
  nameOf(spec: string, schema: Json): string;
}

// With full checks of the calendar, as regular expressions so that they need no code at run time.
const YEAR_DAY =
  '(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))' +
  '|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)';
const FORMATS: Record<string, RegExp> = {
  date: new RegExp(`^${YEAR_DAY}$`, 'u'),
  'date-time': new RegExp(
    `^${YEAR_DAY}[Tt](?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?(?:[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$`,
    'u',
  ),
  uri: /^[A-Za-z][A-Za-z0-9+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/u,
};

/** Compiles every schema of the specs into one module, each common definition once. */
export async function compileValidators(
  specs: readonly Spec[],
  operations: readonly ContractOperation[],
): Promise<CompiledValidators> {
  const [{ default: ajvModule }, { default: standaloneModule }, { default: formatsModule }] =
    await Promise.all([
      import('ajv/dist/2020.js'),
      import('ajv/dist/standalone/index.js'),
      import('ajv-formats/dist/formats.js'),
    ]);
  const schemas = gather(specs, operations);
  const ajv = new ajvModule.default({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    strictTuples: true,
    inlineRefs: false,
    messages: true,
    logger: false,
    code: { source: true, esm: true, lines: true },
  });
  // Bookkeeping for keywords the specs do not use would double the code.
  if (!/"unevaluated|"\$dynamicRef/.test(JSON.stringify([...schemas.byId.values()]))) {
    ajv.opts.unevaluated = false;
    ajv.opts.dynamicRef = false;
  }
  for (const [name, format] of Object.entries({ ...formatsModule.fullFormats, ...FORMATS })) {
    if (format instanceof RegExp) ajv.addFormat(name, format);
  }
  // All are added before the first is compiled: they refer to each other.
  for (const step of ['addSchema', 'getSchema'] as const) {
    for (const [id, { schema, file, pointer }] of schemas.byId) {
      try {
        if (step === 'addSchema') ajv.addSchema({ ...asObject(schema), $id: id });
        else ajv.getSchema(id);
      } catch (cause) {
        throw new SpecError(file, pointer, cause instanceof Error ? cause.message : String(cause));
      }
    }
  }
  const ids = Object.fromEntries([...schemas.byId.keys()].map((id) => [exportName(id), id]));
  const standalone = standaloneModule.default(ajv, ids);
  return {
    code: `${header('openapi')}${selfContained(standalone)}`,
    declarations: `${header('openapi')}import type { CompiledValidator } from '../../validation.ts';\n${Object.keys(
      ids,
    )
      .map((name) => `export declare const ${name}: CompiledValidator;\n`)
      .join('')}`,
    nameOf: (spec, schema) => exportName(schemas.idOf(spec, schema)),
  };
}

interface Gathered {
  byId: Map<string, { schema: Json; file: string; pointer: string }>;
  idOf(spec: string, schema: Json): string;
}

function gather(specs: readonly Spec[], operations: readonly ContractOperation[]): Gathered {
  const byId: Gathered['byId'] = new Map();
  const idByPlace = new Map<string, string>();
  const signatures = new Map<string, string>();
  for (const { name: spec, file, document } of specs) {
    const components = section(section(document.components).schemas);
    for (const name of Object.keys(components)) {
      const text = signature(name, components, file);
      const taken = signatures.get(name);
      const id = taken === undefined || taken === text ? name : `${name}.${spec}`;
      signatures.set(id, text);
      idByPlace.set(`${spec} ${name}`, id);
    }
  }
  const rename = (spec: string, file: string) => (ref: string) => {
    const name = componentName(ref, file);
    return idByPlace.get(`${spec} ${name}`) ?? name;
  };
  for (const { name: spec, file, document } of specs) {
    for (const [name, schema] of Object.entries(section(section(document.components).schemas))) {
      const id = idByPlace.get(`${spec} ${name}`) ?? name;
      if (byId.has(id)) continue;
      byId.set(id, {
        schema: validationSchema(schema, rename(spec, file)),
        file,
        pointer: `/components/schemas/${name}`,
      });
    }
  }
  const bodies = new Map<string, string>();
  const idOf: Gathered['idOf'] = (spec, schema) => {
    const file = specs.find(({ name }) => name === spec)?.file ?? spec;
    const plain = validationSchema(schema, rename(spec, file));
    if (isPlainRef(plain)) return plain.$ref;
    const text = JSON.stringify(plain);
    const id = bodies.get(text);
    if (!id) throw new SpecError(file, '', 'a body was not compiled');
    return id;
  };
  for (const { spec, file, pointer, operationId, request, responses } of operations) {
    const owned = [
      ...(request?.bodies ?? []).map((body) => ({ body, part: 'request', at: 'requestBody' })),
      ...responses.flatMap(({ status, bodies: list }) =>
        list.map((body) => ({ body, part: String(status), at: `responses/${status}` })),
      ),
    ];
    for (const { body, part, at } of owned) {
      const schema = validationSchema(body.schema, rename(spec, file));
      const text = JSON.stringify(schema);
      if (isPlainRef(schema) || bodies.has(text)) continue;
      const id = `${operationId}.${part}${byId.has(`${operationId}.${part}`) ? `.${body.mediaType}` : ''}`;
      bodies.set(text, id);
      byId.set(id, { schema, file, pointer: `${pointer}/${at}` });
    }
  }
  return { byId, idOf };
}

function isPlainRef(schema: Json): schema is { $ref: string } {
  const object = asObject(schema);
  return typeof object.$ref === 'string' && Object.keys(object).length === 1;
}

// Ajv takes an $id on objects only.
function asObject(schema: Json): JsonObject {
  if (typeof schema === 'boolean') return schema ? {} : { not: {} };
  return section(schema);
}

function exportName(id: string): string {
  return id.replaceAll(/\W/g, '_');
}

/** The code with its two run-time imports replaced by `ajv-runtime.js`, which goes out beside it. */
function selfContained(code: string): string {
  const replaced = code
    .replace(/^"use strict";/, '')
    // A bundler may leave out a pattern that nothing uses.
    .replaceAll('= new RegExp(', '= /* @__PURE__ */ new RegExp(')
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', 'ucs2length')
    .replaceAll('require("ajv/dist/runtime/equal").default', 'equal')
    .replaceAll(/schemaPath:"[^"]*",|\/\*# sourceURL="[^"]*" \*\/;/g, '');
  const left = /require\("[^"]*"\)[.\w]*/.exec(replaced);
  if (left) throw new Error(`ajv's code needs ${left[0]} at run time; replace it in compile-validators.ts`);
  const used = ['equal', 'ucs2length'].filter((name) => new RegExp(`= ${name};`).test(replaced));
  const runtime = used.length > 0 ? `import { ${used.join(', ')} } from './ajv-runtime.js';\n` : '';
  return runtime + replaced;
}

/** Source of `gen/compiled/ajv-runtime.js`. */
export function runtimeSource(): string {
  return (
    header('packages/spec-tools/src/generate/ajv-runtime.js') +
    readFileSync(new URL('ajv-runtime.js', import.meta.url), 'utf8')
  );
}
