import { SECURITY_SCHEMES, type SecuritySchemeName, unstorableAt } from '@genvoris/contract';
import { validateRequest } from '@genvoris/contract/validators';
import { formValue } from '../spec/form-value.ts';
import type { MockOperation, NamedExample } from '../spec/operations.ts';
import { parameterViolations } from '../spec/prism.ts';
import type { ParsedBody, Target } from './incoming.ts';
import type { RecordedRequest } from './recorded-request.ts';

/** Why the default answer is not given, and the documented answer that is given instead. */
export interface Objection {
  at: NamedExample;
  because: string;
  /** What is wrong with each field: a JSON pointer into the request to sentences. Empty where it is no field. */
  fields?: FieldErrors;
}

export type FieldErrors = Readonly<Record<string, readonly string[]>>;

export interface CheckedRequest {
  request: RecordedRequest;
  target: Target;
  path: string;
  headers: Record<string, string>;
  body: ParsedBody;
}

type SecurityScheme = { type: 'http' } | { type: 'apiKey'; in: 'query' | 'header' | 'cookie'; name: string };

/** Holds a request to its operation: credentials, size, parameters, body, in this order. */
export async function findViolation(
  operation: MockOperation,
  checked: CheckedRequest,
): Promise<Objection | undefined> {
  return (
    missingCredentials(operation, checked) ??
    tooLarge(operation, checked.request) ??
    (await invalid(operation, checked))
  );
}

// Which example says what a missing scheme means; the rest fall to the operation's first 401.
const REFUSALS: Readonly<Partial<Record<SecuritySchemeName, readonly string[]>>> = {
  ApiKeyQuery: ['invalid_api_key', 'unauthorized'],
  ApiKeyBearer: ['invalid_api_key', 'unauthorized'],
  InternalSecret: ['unauthorized'],
  Nonce: ['cross_origin'],
  Xsrf: ['cross_origin'],
};

function missingCredentials(
  operation: MockOperation,
  { request, target }: CheckedRequest,
): Objection | undefined {
  if (operation.security.length === 0) return undefined;
  const missing = operation.security.map((schemes) =>
    schemes.filter((name) => !carries(name, request, target)),
  );
  if (missing.some((schemes) => schemes.length === 0)) return undefined;
  const first = missing[0]?.[0];
  const at =
    firstOf(operation, [401, 403], (first && REFUSALS[first]) ?? []) ?? firstWithStatus(operation, 401);
  return at && { at, because: `The request carries no ${missing.flat().join(' or ')}.` };
}

function carries(name: SecuritySchemeName, request: RecordedRequest, target: Target): boolean {
  const scheme: SecurityScheme = SECURITY_SCHEMES[name];
  if (scheme.type === 'http') return /^bearer +\S/i.test(request.header('authorization') ?? '');
  if (scheme.in === 'query') return target.query.has(scheme.name);
  if (scheme.in === 'header') return (request.header(scheme.name) ?? '') !== '';
  // A shop's sign-in cookie has a name of the shop's own, so its absence cannot be told.
  return true;
}

function tooLarge(operation: MockOperation, request: RecordedRequest): Objection | undefined {
  if (operation.bodyLimit === undefined || request.bytesReceived <= operation.bodyLimit) return undefined;
  // Where no 413 is documented, too large a body is an invalid one (v1.yaml#/info).
  const at =
    firstWithStatus(operation, 413) ?? firstOf(operation, [400], ['invalid_request', 'invalid_body']);
  return (
    at && { at, because: `The body has ${request.bytesReceived} bytes, the limit is ${operation.bodyLimit}.` }
  );
}

async function invalid(operation: MockOperation, checked: CheckedRequest): Promise<Objection | undefined> {
  const at =
    firstOf(operation, [400, 422], ['invalid_request', 'invalid_body']) ?? firstWithStatus(operation, 400);
  if (!at) return undefined;
  const wrong = await whatIsWrong(operation, checked);
  return wrong && { at, ...wrong };
}

async function whatIsWrong(
  operation: MockOperation,
  checked: CheckedRequest,
): Promise<Omit<Objection, 'at'> | undefined> {
  const { body, path, headers, target, request } = checked;
  const unheeded = unheededParameter(operation, target.query);
  if (unheeded) return unheeded;
  if (body.kind === 'malformed') return { because: body.reason };
  const unstorable = body.kind === 'json' ? unstorableAt(body.value) : undefined;
  if (unstorable !== undefined) {
    const message = 'must have neither a NUL nor half of a surrogate pair in it';
    return { because: `body${unstorable}: ${message}`, fields: { [unstorable]: [message] } };
  }
  const violations = await parameterViolations(operation, {
    path,
    query: target.query,
    headers,
    body: undefined,
  });
  if (violations.length > 0) {
    return {
      because: violations.map((one) => `${one.in}: ${one.message}`).join('; '),
      fields: fieldErrorsOf(violations.map((one) => ({ path: pointerIn(one.in), message: one.message }))),
    };
  }
  if (!operation.request) return undefined;
  const given = await valueOfBody(operation, body);
  const mediaType = body.kind === 'none' ? undefined : request.header('content-type');
  const result = validateRequest(operation.operationId, given, mediaType);
  if (result.ok) return undefined;
  const because = result.errors.map((one) => `body${one.path}: ${one.message}`).join('; ');
  return { because, fields: fieldErrorsOf(result.errors) };
}

/** As the portal does where a key is taken: a filter that went unheeded would answer with somebody else's record. */
function unheededParameter(
  { spec, security, parameters }: MockOperation,
  query: URLSearchParams,
): Omit<Objection, 'at'> | undefined {
  if (security.length === 0 || (spec !== 'v1' && spec !== 'tryon-track')) return undefined;
  const known = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  for (const name of new Set(query.keys())) {
    const message = !known.includes(name)
      ? 'is not a parameter of this operation'
      : query.getAll(name).length > 1
        ? 'must be given once'
        : undefined;
    const path = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (message !== undefined) return { because: `query${path}: ${message}`, fields: { [path]: [message] } };
  }
  return undefined;
}

/** Prism says where as `query/limit`; a header is no field of the request's content. */
function pointerIn(place: string): string {
  const [, name] = /(?:^|\/)query\/(.+)$/.exec(place) ?? [];
  return name === undefined ? '' : `/${name}`;
}

function fieldErrorsOf(errors: readonly { path: string; message: string }[]): FieldErrors {
  const fields: Record<string, string[]> = {};
  for (const { path, message } of errors) fields[path] = [...(fields[path] ?? []), message];
  return fields;
}

async function valueOfBody(operation: MockOperation, body: ParsedBody): Promise<unknown> {
  if (body.kind === 'multipart' || body.kind === 'form') return formValue(operation, body.value);
  if (body.kind === 'json') return body.value;
  // What was sent in another media type is refused for that, not as if nothing had been sent.
  return body.kind === 'other' ? 'a body' : undefined;
}

function firstOf(
  operation: MockOperation,
  statuses: readonly number[],
  names: readonly string[],
): NamedExample | undefined {
  for (const name of names) {
    const response = operation.responses.find(
      ({ status, examples }) => statuses.includes(status) && examples.includes(name),
    );
    if (response) return { status: response.status, example: name };
  }
  return undefined;
}

function firstWithStatus(operation: MockOperation, status: number): NamedExample | undefined {
  const response = operation.responses.find((one) => one.status === status);
  return response && { status, example: response.examples[0] };
}
