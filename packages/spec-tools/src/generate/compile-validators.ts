import type { Spec } from '../contract/bundle.ts';
import { type Json, section } from '../contract/json.ts';
import type { ContractOperation } from '../contract/operations.ts';
import { SpecError } from '../contract/spec-error.ts';
import { type CompiledFunction, compiledModule, functionName } from './compiled-module.ts';
import { type SchemasToCompile, schemasToCompile } from './compiled-schemas.ts';
import { header } from './source-text.ts';

export interface CompiledValidators {
  /** The sources of `gen/compiled`, each module with its declarations, by file name. */
  files: Map<string, string>;
  /** The module under `gen/compiled` and the exported function in it for a body's schema. */
  find(spec: string, schema: Json): { module: string; name: string };
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

/** The module of schemas that several specs use; what one uses alone stands in a module of its name. */
const SHARED = 'shared';

/** Compiles every schema of the specs once, into a module for each spec and one for what they share. */
export async function compileValidators(
  specs: readonly Spec[],
  operations: readonly ContractOperation[],
): Promise<CompiledValidators> {
  const schemas = schemasToCompile(specs, operations);
  const modules = new Map<string, CompiledFunction[]>(
    [SHARED, ...specs.map(({ name }) => name)].map((name) => [name, []]),
  );
  for (const compiled of await compile(schemas)) modules.get(moduleOf(schemas, compiled.id))?.push(compiled);
  const files = new Map<string, string>();
  for (const [name, functions] of modules) {
    if (functions.length === 0) continue;
    files.set(
      `${name}.js`,
      header('openapi') +
        compiledModule(
          name,
          functions,
          (id) => moduleOf(schemas, id),
          (id) => section(schemas.byId.get(id)?.schema),
        ),
    );
    files.set(`${name}.d.ts`, declarations(functions));
  }
  return {
    files,
    find: (spec, schema) => {
      const id = schemas.idOf(spec, schema);
      return { module: moduleOf(schemas, id), name: functionName(id) };
    },
  };
}

function moduleOf({ byId }: SchemasToCompile, id: string): string {
  const [first = SHARED, ...others] = byId.get(id)?.specs ?? [];
  return others.length > 0 ? SHARED : first;
}

async function compile({ byId }: SchemasToCompile): Promise<CompiledFunction[]> {
  const [{ default: ajvModule }, { default: formatsModule }] = await Promise.all([
    import('ajv/dist/2020.js'),
    import('ajv-formats/dist/formats.js'),
  ]);
  const ajv = new ajvModule.default({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    strictTuples: true,
    inlineRefs: false,
    // What is told of an error is made from its keyword and parameters, in one place for all.
    messages: false,
    logger: false,
    code: { source: true, esm: true, lines: true },
  });
  // Bookkeeping for keywords the specs do not use would double the code.
  if (!/"unevaluated|"\$dynamicRef/.test(JSON.stringify([...byId.values()].map(({ schema }) => schema)))) {
    ajv.opts.unevaluated = false;
    ajv.opts.dynamicRef = false;
  }
  for (const [name, format] of Object.entries({ ...formatsModule.fullFormats, ...FORMATS })) {
    if (format instanceof RegExp) ajv.addFormat(name, format);
  }
  const naming = <Result>(id: string, act: () => Result): Result => {
    try {
      return act();
    } catch (cause) {
      const { file = id, pointer = '' } = byId.get(id) ?? {};
      throw new SpecError(file, pointer, cause instanceof Error ? cause.message : String(cause));
    }
  };
  // All are added before the first is compiled: they refer to each other.
  for (const [id, { schema }] of byId) naming(id, () => ajv.addSchema({ ...schema, $id: id }));
  return [...byId.keys()].map((id) => {
    const source = naming(id, () => ajv.getSchema(id)?.source);
    if (!source) throw new Error(`ajv kept no source of ${id}`);
    return { id, source };
  });
}

function declarations(functions: readonly CompiledFunction[]): string {
  const lines = functions.map(({ id }) => `export declare const ${functionName(id)}: CompiledValidator;\n`);
  return `${header('openapi')}import type { CompiledValidator } from '../../validation.ts';\n${lines.join('')}`;
}
