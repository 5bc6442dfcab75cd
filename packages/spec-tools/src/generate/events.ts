import { type Catalogue, catalogueNamed } from '../contract/catalogue.ts';
import type { ContractOperation } from '../contract/operations.ts';
import { SpecError, token } from '../contract/spec-error.ts';
import { header, identifier, key, literal } from './source-text.ts';

/** Source of `gen/events.ts`: the envelope of every event and the names of its examples. */
export function eventsSource(
  operations: readonly ContractOperation[],
  catalogues: readonly Catalogue[],
): string {
  const events = operations.filter(({ event }) => event);
  checkTypes(events, catalogueNamed(catalogues, 'EventType'));
  const specs = [...new Set(events.map(({ spec }) => spec))];
  const imports = specs.map(
    (spec) => `import type { operations as ${alias(spec)} } from './types/${spec}.ts';\n`,
  );
  const payloads = events.map(({ spec, path, operationId, request }) => {
    const media = JSON.stringify(request?.bodies[0]?.mediaType);
    return `  ${key(path)}: NonNullable<${alias(spec)}['${operationId}']['requestBody']>['content'][${media}];\n`;
  });
  const examples = Object.fromEntries(
    events.map(({ path, request }) => [path, Object.keys(request?.bodies[0]?.examples ?? {})]),
  );
  return `${header('openapi')}
import type { EventType } from './catalogue.ts';
${imports.join('')}
/** Event type to the envelope that is sent. */
export interface EventEnvelopes {
${payloads.join('')}}

/** Event type to the names of its examples. */
export const EVENT_EXAMPLES: { readonly [type in EventType]${optional(events)}: readonly string[] } = ${literal(examples)};
`;
}

/** Without a spec that has webhooks there is nothing to hold the catalogue to. */
export function optional(events: readonly unknown[]): '' | '?' {
  return events.length === 0 ? '?' : '';
}

function checkTypes(events: readonly ContractOperation[], { file, name, values }: Catalogue): void {
  for (const { path, request, file: spec, pointer } of events) {
    if (!values.includes(path)) throw new SpecError(spec, pointer, `${path} is not an ${name} of ${file}`);
    if (!request?.bodies[0])
      throw new SpecError(spec, `${pointer}/requestBody`, 'is missing: an event has a body');
  }
  for (const type of events.length === 0 ? [] : values) {
    if (!events.some(({ path }) => path === type)) {
      throw new SpecError(file, `/${name}/x-values/${token(type)}`, 'has no webhook in any spec');
    }
  }
}

function alias(spec: string): string {
  return `${identifier(spec)}Operations`;
}
