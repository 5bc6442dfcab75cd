import { ERRORS, type ErrorCode, PORTAL_ERRORS, type PortalErrorCode } from '@genvoris/contract';
import type { Redact } from '@genvoris/http';
import { GenvorisApiError } from '../errors.ts';
import type { TransportResponse } from '../transport/types.ts';
import { parseJson } from './json.ts';

type Known =
  | { catalogue: 'error'; code: PortalErrorCode; message: string }
  | { catalogue: 'code'; code: ErrorCode; message: string };

/**
 * Reads an answer that is not 2xx. A code counts only with the status its catalogue gives it, as for the
 * storefront's translation; a 429 without such a code still is `rate_limited`.
 */
export function toApiError(
  target: string,
  response: TransportResponse,
  retryAfter: number | null,
  redact: Redact,
): GenvorisApiError {
  const body = parseJson(response.body);
  const fields = isObject(body) ? body : {};
  const { status } = response;
  const known = lookUp(status, fields);
  const code = known?.code ?? (status === 429 ? 'rate_limited' : 'unexpected_status');
  const said = text(fields.message, 500);
  const message = said !== undefined ? redact(said) : (known?.message ?? `${target} answered ${status}.`);
  return new GenvorisApiError(code, message, {
    status,
    catalogue: known?.catalogue ?? null,
    rawCode: plain(fields.error, redact) ?? plain(fields.code, redact),
    reason: plain(fields.reason, redact),
    detail: map(text(fields.detail, 2000), redact),
    fieldErrors: fieldErrors(fields.fieldErrors, redact),
    requestId: requestId(response, redact),
    retryAfter: retryAfter ?? undefined,
  });
}

export function requestId(response: Pick<TransportResponse, 'headers'>, redact: Redact): string | undefined {
  const id = response.headers['x-request-id'];
  return id !== undefined && /^[A-Za-z0-9._-]{1,128}$/.test(id) ? redact(id) : undefined;
}

function lookUp(status: number, body: Record<string, unknown>): Known | null {
  const { error, code } = body;
  if (isKey(PORTAL_ERRORS, error) && PORTAL_ERRORS[error].status === status) {
    return { catalogue: 'error', code: error, message: PORTAL_ERRORS[error].message };
  }
  if (error === undefined && isKey(ERRORS, code) && ERRORS[code].status === status) {
    return { catalogue: 'code', code, message: ERRORS[code].message };
  }
  return null;
}

function isKey<Key extends string>(table: Readonly<Record<Key, unknown>>, key: unknown): key is Key {
  return typeof key === 'string' && Object.hasOwn(table, key);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A code is short and plain; anything else could carry what it likes into a log. */
function plain(value: unknown, redact: Redact): string | undefined {
  return typeof value === 'string' && /^[a-z][a-z0-9_.]{0,63}$/.test(value) ? redact(value) : undefined;
}

function text(value: unknown, longest: number): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, longest) : undefined;
}

function map(value: string | undefined, redact: Redact): string | undefined {
  return value === undefined ? undefined : redact(value);
}

function fieldErrors(value: unknown, redact: Redact): Record<string, string[]> | undefined {
  if (!isObject(value)) return undefined;
  const read: Record<string, string[]> = {};
  for (const [path, sentences] of Object.entries(value).slice(0, 50)) {
    if (!Array.isArray(sentences)) continue;
    const texts = sentences.filter((sentence) => typeof sentence === 'string');
    Object.defineProperty(read, redact(path), { value: texts.map(redact), enumerable: true });
  }
  return read;
}
