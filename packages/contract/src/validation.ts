import { ofMeantAlternatives } from './meant-alternatives.ts';
import { type CompiledError, sentence } from './sentence.ts';

/** One place where a body breaks the contract. */
export interface ValidationError {
  /** JSON pointer (RFC 6901) to the offending value; for a missing field, to where it belongs. */
  readonly path: string;
  readonly message: string;
}

/** What a validator returns: at most 20 errors, the deepest first. */
export type ValidationResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly errors: readonly ValidationError[] };

/** A compiled schema: returns whether a value fits, and leaves behind in `errors` why not. */
export interface CompiledValidator {
  (value: unknown): boolean;
  errors?: readonly CompiledError[] | null | undefined;
}

/** Media type to the function that decides. */
type MediaValidators = Readonly<Record<string, CompiledValidator>>;

/** What decides on the bodies of an operation that goes well. */
export interface OperationValidators {
  readonly request: { readonly required: boolean; readonly bodies: MediaValidators } | null;
  /** By status; `null` for an answer without a body. */
  readonly responses: { readonly [status: number]: MediaValidators | null };
}

/** What decides on the bodies of an operation's errors, by status. */
export type ErrorValidators = OperationValidators['responses'];

type Table<Value> = Readonly<Record<string, Value>>;

// A body of a megabyte may break a rule in a hundred thousand places; nobody reads that many.
const MOST_ERRORS = 20;

const OK: ValidationResult = { ok: true };

/**
 * Returns whether a compiled schema takes the value, or else where it does not.
 *
 * @example validateWith(getStatus.responses[200]['application/json'], await response.json()).ok
 */
export function validateWith(validator: CompiledValidator, value: unknown): ValidationResult {
  if (validator(value)) return OK;
  return { ok: false, errors: readable(validator.errors ?? []) };
}

/**
 * Returns whether `body` is a request body that the operation documents, of the operations in `table` alone: a bundle
 * holds no others.
 *
 * @example validateRequestWith({ createSession }, 'createSession', { expires_in: 300 })
 */
export function validateRequestWith(
  table: Table<OperationValidators>,
  operationId: string,
  body: unknown,
  mediaType?: string,
): ValidationResult {
  const entry = own(table, operationId);
  if (!entry) return refuse(`no operation is named ${operationId}`);
  if (!entry.request) return body === undefined ? OK : refuse(`${operationId} takes no body`);
  if (body === undefined) return entry.request.required ? refuse(`${operationId} needs a body`) : OK;
  return validateMedia(entry.request.bodies, `${operationId} takes`, body, mediaType);
}

/**
 * Returns whether `body` is what the operation documents to answer with this status, of the operations in `table`
 * alone. An error is documented if it stands in `errors`.
 *
 * @example validateResponseWith({ getStatus }, 'getStatus', 200, { access: 'ALLOWED' })
 */
export function validateResponseWith(
  table: Table<OperationValidators>,
  operationId: string,
  status: number,
  body: unknown,
  mediaType?: string,
  errors: Table<ErrorValidators> = {},
): ValidationResult {
  const entry = own(table, operationId);
  if (!entry) return refuse(`no operation is named ${operationId}`);
  const good = own(entry.responses, status);
  const bodies = good === undefined ? own(own(errors, operationId) ?? {}, status) : good;
  if (bodies === undefined) return refuse(`${operationId} does not answer ${status}`);
  if (bodies === null) {
    return body === undefined ? OK : refuse(`${operationId} answers ${status} without a body`);
  }
  return validateMedia(bodies, `${operationId} answers ${status} as`, body, mediaType);
}

function validateMedia(
  bodies: MediaValidators,
  expected: string,
  body: unknown,
  mediaType: string | undefined,
): ValidationResult {
  const names = Object.keys(bodies);
  // Parameters such as `charset` do not change what the body is.
  const name = mediaType === undefined ? names[0] : mediaType.split(';', 1)[0]?.trim().toLowerCase();
  const validator = name === undefined ? undefined : own(bodies, name);
  return validator
    ? validateWith(validator, body)
    : refuse(`${expected} ${names.join(' or ')}, not ${mediaType}`);
}

function own<Value>(
  table: { readonly [key: string | number]: Value },
  key: string | number,
): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function refuse(message: string): ValidationResult {
  return { ok: false, errors: [{ path: '', message }] };
}

// Of a union that nothing matched, ajv reports every alternative and then the union itself, which says nothing new.
const UMBRELLAS = new Set(['oneOf', 'anyOf', 'if', 'not']);

function readable(errors: readonly CompiledError[]): ValidationError[] {
  const meant = ofMeantAlternatives(errors);
  const telling = meant.filter(({ keyword }) => !UMBRELLAS.has(keyword));
  const distinct = new Map<string, ValidationError>();
  for (const error of telling.length > 0 ? telling : meant) {
    const path = pointer(error);
    const message = sentence(error);
    distinct.set(`${path} ${message}`, { path, message });
    if (distinct.size >= MOST_ERRORS) break;
  }
  return [...distinct.values()].sort((a, b) => depth(b.path) - depth(a.path));
}

function pointer({ instancePath, keyword, params }: CompiledError): string {
  const child =
    keyword === 'required'
      ? params.missingProperty
      : keyword === 'additionalProperties'
        ? params.additionalProperty
        : null;
  return typeof child === 'string'
    ? `${instancePath}/${child.replaceAll('~', '~0').replaceAll('/', '~1')}`
    : instancePath;
}

function depth(path: string): number {
  return path.split('/').length;
}
