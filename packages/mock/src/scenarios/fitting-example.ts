import type { ParsedBody, Target } from '../requests/incoming.ts';
import {
  defaultExample,
  findExample,
  type MockOperation,
  type NamedExample,
  placeOf,
} from '../spec/operations.ts';
import { find } from '../spec/pointer.ts';
import { loadSpec } from '../spec/spec-document.ts';

/**
 * The answer that fits a request which is in order and asks for no scenario: of the answers that the spec shows beside a
 * request example of the same name, the one whose request has a field that no other has; else the default.
 */
export async function fittingExample(
  operation: MockOperation,
  { query }: Target,
  body: ParsedBody,
): Promise<NamedExample> {
  // A list whose default example names a next page would be read for ever by a client that asks for that page.
  const named = query.has('cursor')
    ? 'last_page'
    : ((await namedByBody(operation, body)) ?? namedByQuery(operation, query));
  const found = named === undefined ? undefined : findExample(operation, named);
  return found ?? defaultExample(operation);
}

async function namedByBody(operation: MockOperation, body: ParsedBody): Promise<string | undefined> {
  if (body.kind !== 'json') return undefined;
  const sent = fieldsOf(body.value);
  const document = await loadSpec(operation.spec);
  const examples = find<Record<string, { value?: unknown }>>(
    document,
    ...placeOf(operation),
    'requestBody',
    'content',
    'application/json',
    'examples',
  );
  const shown = Object.entries(examples ?? {}).map(([name, { value }]) => ({
    name,
    fields: fieldsOf(value),
  }));
  return shown.find(
    ({ name, fields }) =>
      isGoodAnswer(operation, name) &&
      fields.some(
        (field) =>
          sent.includes(field) &&
          shown.every((other) => other.name === name || !other.fields.includes(field)),
      ),
  )?.name;
}

/** `?status=dead` asks for what the example `dead` shows. */
function namedByQuery(operation: MockOperation, query: URLSearchParams): string | undefined {
  return [...query.values()].find((value) => isGoodAnswer(operation, value));
}

function isGoodAnswer({ responses }: MockOperation, name: string): boolean {
  return responses.some(({ status, examples }) => status < 400 && examples.includes(name));
}

function fieldsOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}
