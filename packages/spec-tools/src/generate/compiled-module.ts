import type { SourceCode } from 'ajv/dist/types/index.js';
import type { JsonObject } from '../contract/json.ts';
import { shortened } from './shortened.ts';
import { identifier } from './source-text.ts';

/** The function that ajv made of one schema. */
export interface CompiledFunction {
  /** The schema's `$id`. */
  id: string;
  source: SourceCode;
}

type ScopeName = NonNullable<SourceCode['scopeValues'][string]> extends Set<infer Name> ? Name : never;

// The only code of ajv's that its functions need, as `ajv-runtime.js` has it.
const RUNTIME: Record<string, string> = {
  'require("ajv/dist/runtime/ucs2length").default': 'ucs2length',
  'require("ajv/dist/runtime/equal").default': 'equal',
};

/** Ajv's own look into a schema, which `shortened.ts` takes out. */
const OWN_PROPERTY = 'Object.prototype.hasOwnProperty';

export function functionName(id: string): string {
  return id.replaceAll(/\W/g, '_');
}

/**
 * Source of a module with these functions, exported by the names of their schemas. It imports from
 * `ajv-runtime.js`, and the functions of other modules from where `moduleOf` says they are.
 */
export function compiledModule(
  module: string,
  functions: readonly CompiledFunction[],
  moduleOf: (id: string) => string,
  schemaOf: (id: string) => JsonObject,
): string {
  const imports = new Map<string, Set<string>>();
  const use = (from: string, name: string) => imports.set(from, (imports.get(from) ?? new Set()).add(name));
  const constants = new Map<string, string>();
  const constant = (code: string, wanted: string): string => {
    const name = constants.get(code) ?? wanted;
    constants.set(code, name);
    return name;
  };
  const bodies = functions.map(({ id, source }) => {
    // Ajv's own names are numbers, which a new schema would shift.
    const names = new Map([[String(source.validateName), functionName(id)]]);
    const schemas = new Map<string, unknown>();
    for (const name of scopeNames(source)) {
      const code = name.value?.code === undefined ? undefined : String(name.value.code);
      if (code === OWN_PROPERTY) continue;
      if (name.prefix === 'schema') {
        schemas.set(String(name), name.value?.ref);
      } else if (name.prefix === 'formats' && code !== undefined) {
        names.set(String(name), constant(code, identifier(`${name.value?.key}-format`)));
      } else if (name.prefix === 'pattern' && code !== undefined) {
        // A bundler may leave out a pattern that nothing uses.
        names.set(String(name), constant(`/* @__PURE__ */ ${code}`, `pattern${constants.size + 1}`));
      } else if (code !== undefined && code in RUNTIME) {
        names.set(String(name), RUNTIME[code] ?? '');
        use('ajv-runtime', RUNTIME[code] ?? '');
      } else {
        const [local, other] = referred(name);
        names.set(local, functionName(other));
        if (moduleOf(other) !== module) use(moduleOf(other), functionName(other));
      }
    }
    const { code, runtime } = shortened(source.validateCode, schemas, schemaOf(id), schemaOf);
    for (const name of runtime) use('ajv-runtime', name);
    return `\nexport ${renamed(code, names)}`;
  });
  const head = [...imports].map(
    ([from, names]) => `import { ${[...names].sort().join(', ')} } from './${from}.js';\n`,
  );
  const values = [...constants].map(([code, name]) => `const ${name} = ${code};\n`);
  return [...head.sort(), ...values, ...bodies].join('');
}

function scopeNames({ scopeValues }: SourceCode): ScopeName[] {
  return Object.values(scopeValues).flatMap((names) => [...(names ?? [])]);
}

/** The code that calls the function of another schema, and the schema's id. */
function referred(name: ScopeName): [code: string, id: string] {
  const ref = name.value?.ref as { schema?: { $id?: string } } | undefined;
  const id = ref?.schema?.$id;
  if (id === undefined)
    throw new Error(`ajv's code needs ${name} at run time; replace it in compiled-module.ts`);
  // A schema that was not compiled yet, for it refers to itself, stands behind an object.
  return [name.prefix === 'validate' ? String(name) : `${name}.validate`, id];
}

function renamed(code: string, names: ReadonlyMap<string, string>): string {
  return code.replaceAll(/\b(?:validate|wrapper|root|func|formats|pattern)\d+(?:\.validate\b)?/g, (found) => {
    const name = names.get(found);
    if (name === undefined) throw new Error(`ajv's code uses ${found}, which nothing defines`);
    return name;
  });
}
