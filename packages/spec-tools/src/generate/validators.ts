import type { Spec } from '../contract/bundle.ts';
import type { Body, ContractOperation } from '../contract/operations.ts';
import { type CompiledValidators, compileValidators, runtimeSource } from './compile-validators.ts';
import { optional } from './events.ts';
import { header, identifier, key } from './source-text.ts';

/** Sources of `gen/compiled`, the compiled functions, and of `gen/validators`, a table of them for each spec. */
export async function validatorSources(
  specs: readonly Spec[],
  operations: readonly ContractOperation[],
): Promise<Map<string, string>> {
  const compiled = await compileValidators(specs, operations);
  const files = new Map([
    ['compiled/ajv-runtime.js', runtimeSource()],
    ['compiled/schemas.js', compiled.code],
    ['compiled/schemas.d.ts', compiled.declarations],
    ['validators/events.ts', eventsTable(operations, compiled)],
  ]);
  for (const { name, file } of specs)
    files.set(`validators/${name}.ts`, specTable(name, file, operations, compiled));
  files.set('validators/index.ts', index(specs));
  return files;
}

function specTable(
  spec: string,
  file: string,
  operations: readonly ContractOperation[],
  compiled: CompiledValidators,
): string {
  const rows = operations
    .filter((operation) => operation.spec === spec && !operation.event)
    .map(({ operationId, request, responses }) => {
      const answers = responses.map(
        ({ status, bodies }) =>
          `      ${status}: ${bodies.length === 0 ? 'null' : media(spec, bodies, compiled)},\n`,
      );
      const body = request
        ? `{ required: ${request.required}, bodies: ${media(spec, request.bodies, compiled)} }`
        : 'null';
      return `  ${key(operationId)}: {\n    request: ${body},\n    responses: {\n${answers.join('')}    },\n  },\n`;
    });
  return `${header(file)}import { type ValidatorTable, validateRequestWith, validateResponseWith } from '../../validation.ts';
import type { ValidationResult } from '../../validation.ts';
import * as compiled from '../compiled/schemas.js';

export const table = {
${rows.join('')}} as const satisfies ValidatorTable;

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
  return validateResponseWith(table, operationId, status, body, mediaType);
}
`;
}

function media(spec: string, bodies: readonly Body[], compiled: CompiledValidators): string {
  const entries = bodies.map(
    ({ mediaType, schema }) => `${key(mediaType)}: compiled.${compiled.nameOf(spec, schema)}`,
  );
  return `{ ${entries.join(', ')} }`;
}

function eventsTable(operations: readonly ContractOperation[], compiled: CompiledValidators): string {
  const rows = operations.flatMap(({ event, spec, path, request }) => {
    const body = event ? request?.bodies[0] : undefined;
    return body ? [`  ${key(path)}: compiled.${compiled.nameOf(spec, body.schema)},\n`] : [];
  });
  return `${header('openapi')}import type { CompiledValidator } from '../../validation.ts';
import type { EventType } from '../catalogue.ts';
${rows.length > 0 ? "import * as compiled from '../compiled/schemas.js';\n" : ''}
export const events: { readonly [type in EventType]${optional(rows)}: CompiledValidator } = {
${rows.join('')}};
`;
}

function index(specs: readonly Spec[]): string {
  const names = specs.map(({ name }) => [name, `${identifier(name)}Table`] as const);
  return `${header('openapi')}import type { ValidatorTable } from '../../validation.ts';
${names.map(([name, local]) => `import { table as ${local} } from './${name}.ts';\n`).join('')}
export const table: ValidatorTable = {
${names.map(([, local]) => `  ...${local},\n`).join('')}};
`;
}
