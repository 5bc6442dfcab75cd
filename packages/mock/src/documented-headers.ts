import { createRequestId } from '@genvoris/http';
import type { Answer } from './answer.ts';
import { headerValue } from './header-value.ts';
import type { MockOperation } from './operations.ts';
import { deref } from './pointer.ts';
import { type HeaderObject, loadSpec, type ResponseObject, type SpecDocument } from './spec-document.ts';

/** The headers that the spec gives an answer, with the values of this scenario and an id of its own. */
export async function documentedHeaders(
  operation: MockOperation,
  status: number,
  example: string | undefined,
  fromPrism: Record<string, unknown>,
): Promise<Answer['headers']> {
  const document = await loadSpec(operation.spec);
  const headers: Answer['headers'] = {};
  for (const [name, node] of Object.entries(headerNodes(document, operation, status))) {
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

function headerNodes(
  document: SpecDocument,
  { path, method }: MockOperation,
  status: number,
): Record<string, unknown> {
  const operation = document.paths?.[path]?.[method.toLowerCase()] as
    | { responses?: Record<string, unknown> }
    | undefined;
  const response = deref<ResponseObject | undefined>(document, operation?.responses?.[String(status)]);
  return response?.headers ?? {};
}
