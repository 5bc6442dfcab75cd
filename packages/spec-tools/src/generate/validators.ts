import { readFileSync } from 'node:fs';
import type { Spec } from '../contract/bundle.ts';
import type { Body, ContractOperation, ContractResponse } from '../contract/operations.ts';
import { type CompiledValidators, compileValidators } from './compile-validators.ts';
import { optional } from './events.ts';
import { header, identifier, key } from './source-text.ts';

/**
 * Sources of `gen/compiled`, the compiled functions, and of `gen/validators`, what decides for each operation.
 *
 * @param besides what is compiled and has no operations
 */
export async function validatorSources(
  specs: readonly Spec[],
  operations: readonly ContractOperation[],
  besides: readonly Spec[],
): Promise<Map<string, string>> {
  const compiled = await compileValidators([...specs, ...besides], operations);
  const files = new Map([
    ['compiled/ajv-runtime.js', runtimeSource()],
    ...[...compiled.files].map(([name, source]) => [`compiled/${name}`, source] as const),
    ['validators/events.ts', eventsTable(operations, compiled)],
    ['validators/index.ts', index(specs)],
  ]);
  for (const spec of specs) {
    const own = operations.filter((operation) => operation.spec === spec.name && !operation.event);
    files.set(`validators/${spec.name}.ts`, specTable(spec, own, compiled));
  }
  return files;
}

function runtimeSource(): string {
  return (
    header('packages/spec-tools/src/generate/ajv-runtime.js') +
    readFileSync(new URL('ajv-runtime.js', import.meta.url), 'utf8')
  );
}

/** Writes what validates a body, and keeps what that has to be imported from. */
class Functions {
  readonly #modules = new Set<string>();
  readonly #compiled: CompiledValidators;

  constructor(compiled: CompiledValidators) {
    this.#compiled = compiled;
  }

  one(spec: string, { schema }: Body): string {
    const { module, name } = this.#compiled.find(spec, schema);
    this.#modules.add(module);
    return `${identifier(`${module}-schemas`)}.${name}`;
  }

  media(spec: string, bodies: readonly Body[]): string {
    const entries = bodies.map((body) => `${key(body.mediaType)}: ${this.one(spec, body)}`);
    return `{ ${entries.join(', ')} }`;
  }

  imports(): string {
    return [...this.#modules]
      .sort()
      .map((name) => `import * as ${identifier(`${name}-schemas`)} from '../compiled/${name}.js';\n`)
      .join('');
  }
}

/** What decides on an operation that goes well is a constant, so that a bundle holds the operations it uses. */
function specTable(
  { name, file }: Spec,
  operations: readonly ContractOperation[],
  compiled: CompiledValidators,
): string {
  const functions = new Functions(compiled);
  const rows = (responses: readonly ContractResponse[], indent: string) =>
    responses.map(({ status, bodies }) => {
      const media = bodies.length === 0 ? 'null' : functions.media(name, bodies);
      return `${indent}${status}: ${media},\n`;
    });
  const constants = operations.map(({ operationId, request, responses }) => {
    const body = request
      ? `{ required: ${request.required}, bodies: ${functions.media(name, request.bodies)} }`
      : 'null';
    const good = responses.filter(({ status }) => status < 400);
    return `export const ${operationId} = {
  request: ${body},
  responses: {
${rows(good, '    ').join('')}  },
} as const satisfies OperationValidators;
`;
  });
  const errors = operations.map(({ operationId, responses }) => {
    const bad = responses.filter(({ status }) => status >= 400);
    return `  ${operationId}: {\n${rows(bad, '    ').join('')}  },\n`;
  });
  const ids = operations.map(({ operationId }) => operationId);
  return `${header(file)}import {
  type ErrorValidators,
  type OperationValidators,
  type ValidationResult,
  validateRequestWith,
  validateResponseWith,
} from '../../validation.ts';
${functions.imports()}
${constants.join('\n')}
/** What decides on the bodies of the operations of ${file}, but for those of errors. */
export const table = { ${ids.join(', ')} } as const satisfies Record<string, OperationValidators>;

/** What decides on the bodies of their errors. */
export const errors = {
${errors.join('')}} as const satisfies { readonly [operationId in keyof typeof table]: ErrorValidators };

/** Whether a body is what this operation of ${file} takes. */
export function validateRequest(operationId: keyof typeof table, body: unknown, mediaType?: string): ValidationResult {
  return validateRequestWith(table, operationId, body, mediaType);
}

/** Whether a body is what this operation of ${file} answers with this status. */
export function validateResponse(
  operationId: keyof typeof table,
  status: number,
  body: unknown,
  mediaType?: string,
): ValidationResult {
  return validateResponseWith(table, operationId, status, body, mediaType, errors);
}
`;
}

function eventsTable(operations: readonly ContractOperation[], compiled: CompiledValidators): string {
  const functions = new Functions(compiled);
  const rows = operations.flatMap(({ event, spec, path, request }) => {
    const body = event ? request?.bodies[0] : undefined;
    return body ? [`  ${key(path)}: ${functions.one(spec, body)},\n`] : [];
  });
  return `${header('openapi')}import type { CompiledValidator } from '../../validation.ts';
import type { EventType } from '../catalogue.ts';
${functions.imports()}
export const events: { readonly [type in EventType]${optional(rows)}: CompiledValidator } = {
${rows.join('')}};
`;
}

function index(specs: readonly Spec[]): string {
  const names = specs.map(({ name }) => name);
  const merged = (what: string) =>
    `{\n${names.map((name) => `  ...${identifier(name)}.${what},\n`).join('')}}`;
  return `${header('openapi')}import type { ErrorValidators, OperationValidators } from '../../validation.ts';
${names.map((name) => `import * as ${identifier(name)} from './${name}.ts';\n`).join('')}
export const table: Readonly<Record<string, OperationValidators>> = ${merged('table')};

export const errors: Readonly<Record<string, ErrorValidators>> = ${merged('errors')};
`;
}
