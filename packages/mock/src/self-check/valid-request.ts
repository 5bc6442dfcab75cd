import { SECURITY_SCHEMES, type SecuritySchemeName } from '@genvoris/contract';
import { type MockOperation, placeOf } from '../spec/operations.ts';
import { deref, find } from '../spec/pointer.ts';
import type { SpecDocument } from '../spec/spec-document.ts';

export interface ValidRequest {
  method: string;
  /** Path and query, with every parameter filled in. */
  target: string;
  headers: Record<string, string>;
  body: string | FormData | undefined;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: unknown;
  example?: unknown;
  examples?: Record<string, unknown>;
}

/** A request that breaks nothing of its operation, made of the examples in the spec, with this key. */
export function validRequest(operation: MockOperation, document: SpecDocument, key: string): ValidRequest {
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  let path = operation.mountedPath;
  for (const parameter of parametersOf(operation, document)) {
    const value = exampleOf(document, parameter);
    if (parameter.in === 'path') path = path.replace(`{${parameter.name}}`, encodeURIComponent(value));
    if (parameter.in === 'query' && parameter.required) query.set(parameter.name, value);
    if (parameter.in === 'header' && parameter.required) headers[parameter.name] = value;
  }
  for (const name of operation.security[0] ?? []) addCredential(name, key, query, headers);
  const { body, mediaType } = bodyOf(operation, document);
  if (mediaType) headers['Content-Type'] = mediaType;
  const search = query.size > 0 ? `?${query}` : '';
  return { method: operation.method, target: `${path}${search}`, headers, body };
}

function addCredential(
  name: SecuritySchemeName,
  key: string,
  query: URLSearchParams,
  headers: Record<string, string>,
): void {
  const scheme: { type: string; in?: string; name?: string } = SECURITY_SCHEMES[name];
  if (scheme.type === 'http') headers.Authorization = `Bearer ${key}`;
  else if (scheme.in === 'query') query.set(scheme.name ?? '', key);
  else if (scheme.in === 'header') headers[scheme.name ?? ''] = 'self-check';
}

function parametersOf(operation: MockOperation, document: SpecDocument): Parameter[] {
  const [paths, path, method] = placeOf(operation) as [string, string, string];
  return [[], [method]].flatMap((below) => {
    const parameters = find<unknown[]>(document, paths, path, ...below, 'parameters') ?? [];
    return parameters.map((node) => deref<Parameter>(document, node));
  });
}

function exampleOf(document: SpecDocument, parameter: Parameter): string {
  const named = Object.values(parameter.examples ?? {}).map(
    (node) => deref<{ value?: unknown }>(document, node).value,
  );
  const schema = deref<{ examples?: unknown[]; example?: unknown; default?: unknown } | undefined>(
    document,
    parameter.schema,
  );
  const value = parameter.example ?? named[0] ?? schema?.examples?.[0] ?? schema?.default;
  return value === undefined ? 'self-check' : String(value);
}

function bodyOf(
  operation: MockOperation,
  document: SpecDocument,
): { body: string | FormData | undefined; mediaType?: string } {
  const mediaType = operation.request?.mediaTypes[0];
  if (!mediaType) return { body: undefined };
  const content = [...placeOf(operation), 'requestBody', 'content', mediaType];
  // fetch writes the boundary itself.
  if (mediaType === 'multipart/form-data') return { body: formOf(document, [...content, 'schema']) };
  const [example = ''] = Object.keys(find<object>(document, ...content, 'examples') ?? {});
  const value = find(document, ...content, 'examples', example, 'value');
  if (value === undefined) return { body: undefined };
  if (mediaType === 'application/x-www-form-urlencoded') {
    return { body: String(new URLSearchParams(value as Record<string, string>)), mediaType };
  }
  return { body: JSON.stringify(value), mediaType };
}

function formOf(document: SpecDocument, schema: readonly string[]): FormData {
  const form = new FormData();
  for (const name of find<string[]>(document, ...schema, 'required') ?? []) {
    const property = find<{ examples?: unknown[]; contentMediaType?: string }>(
      document,
      ...schema,
      'properties',
      name,
    );
    if (property?.contentMediaType)
      form.set(name, new Blob(['not really a photo'], { type: 'image/jpeg' }), 'photo.jpg');
    else form.set(name, String(property?.examples?.[0] ?? 'self-check'));
  }
  return form;
}
