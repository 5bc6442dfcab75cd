import { randomUUID } from 'node:crypto';
import type { Answer } from './answer.ts';
import type { MockOperation } from './operations.ts';
import { deref } from './pointer.ts';
import { type HeaderObject, loadSpec, type ResponseObject, type SpecDocument } from './spec-document.ts';

/**
 * The headers an answer goes out with. Prism sends every header's first example whatever the scenario,
 * and the word `null` where there is none; here the example named like the scenario wins, then one
 * named `default`. A header whose examples all belong to other scenarios stays away unless it is required.
 */
export async function documentedHeaders(
  operation: MockOperation,
  status: number,
  example: string | undefined,
  fromPrism: Record<string, unknown>,
): Promise<Answer['headers']> {
  const document = await loadSpec(operation.spec);
  const headers: Answer['headers'] = {};
  for (const [name, node] of Object.entries(headerObjects(document, operation, status))) {
    const header = deref<HeaderObject>(document, node);
    const value = headerValue(document, header, example, fromPrism[name]);
    if (value !== undefined) headers[name] = value;
  }
  headers['X-Request-Id'] = freshRequestId();
  return headers;
}

/** Unique per answer, and valid by the shared header's pattern. */
export function freshRequestId(): string {
  return `req_${randomUUID().replaceAll('-', '')}`;
}

function headerObjects(
  document: SpecDocument,
  { path, method }: Pick<MockOperation, 'path' | 'method'>,
  status: number,
): Record<string, unknown> {
  const operation = document.paths?.[path]?.[method.toLowerCase()] as
    | { responses?: Record<string, unknown> }
    | undefined;
  const response = deref<ResponseObject | undefined>(document, operation?.responses?.[String(status)]);
  return response?.headers ?? {};
}

function headerValue(
  document: SpecDocument,
  header: HeaderObject,
  scenario: string | undefined,
  fromPrism: unknown,
): string | undefined {
  const examples = Object.entries(header.examples ?? {}).map(
    ([name, node]) => [name, deref<{ value?: unknown }>(document, node).value] as const,
  );
  const named = (wanted: string | undefined) => examples.find(([name]) => name === wanted)?.[1];
  const required = header.required ? (examples[0]?.[1] ?? fromPrism) : undefined;
  const value =
    named(scenario) ??
    named('default') ??
    header.example ??
    required ??
    (examples.length ? undefined : fromPrism);
  return value === undefined || value === null ? undefined : String(value);
}
