import { createRequestId } from '@genvoris/http';
import { type MockOperation, type NamedExample, placeOf } from '../spec/operations.ts';
import { deref, find } from '../spec/pointer.ts';
import { type HeaderObject, loadSpec } from '../spec/spec-document.ts';
import type { Answer } from './answer.ts';
import { headerValue } from './header-value.ts';

/** The headers that the spec gives an answer, with the values of this scenario and an id of its own. */
export async function documentedHeaders(
  operation: MockOperation,
  { status, example }: NamedExample,
  fromPrism: Readonly<Record<string, unknown>> = {},
): Promise<Answer['headers']> {
  const document = await loadSpec(operation.spec);
  const headers: Answer['headers'] = {};
  const place = [...placeOf(operation), 'responses', String(status), 'headers'];
  for (const [name, node] of Object.entries(find<object>(document, ...place) ?? {})) {
    const header = deref<HeaderObject>(document, node);
    const documented = {
      required: header.required ?? false,
      example: header.example,
      examples: Object.entries(header.examples ?? {}).map(
        ([name, node]) => [name, deref<{ value?: unknown }>(document, node).value] as const,
      ),
    };
    const value = headerValue(documented, example, fromPrism[name]);
    if (value !== undefined) headers[name] = value;
  }
  headers['X-Request-Id'] = createRequestId();
  return headers;
}
