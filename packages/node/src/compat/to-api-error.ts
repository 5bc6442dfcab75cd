import { parseRetryAfter, type Redact } from '@genvoris/http';
import { requestId } from '../client/api-error.ts';
import {
  GenvorisAPIError,
  GenvorisAuthError,
  GenvorisRateLimitError,
  GenvorisValidationError,
} from './errors.ts';

/** The class that goes with the status of an answer that is not 2xx. */
export async function toAPIError(response: Response, redact: Redact): Promise<GenvorisAPIError> {
  const body: unknown = await response.json().catch(() => undefined);
  const { error, message, fieldErrors } = (typeof body === 'object' && body !== null ? body : {}) as Record<
    string,
    unknown
  >;
  const { status } = response;
  const code = redact(textOf(error) ?? 'unknown_error');
  const fields = {
    status,
    code,
    message: redact(textOf(message) ?? code),
    requestId: requestId(
      { headers: { 'x-request-id': response.headers.get('x-request-id') ?? undefined } },
      redact,
    ),
  };
  switch (status) {
    case 401:
    case 403:
      return new GenvorisAuthError(fields);
    case 429: {
      const retryAfterSeconds = parseRetryAfter(response.headers.get('retry-after')) ?? undefined;
      return new GenvorisRateLimitError({ ...fields, retryAfterSeconds });
    }
    case 400:
    case 422:
      return new GenvorisValidationError({ ...fields, fieldErrors: sentencesOf(fieldErrors, redact) });
    default:
      return new GenvorisAPIError(fields);
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function sentencesOf(value: unknown, redact: Redact): Record<string, string[]> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([path, sentences]) => [
      redact(path),
      (Array.isArray(sentences) ? sentences : [sentences]).map((each) => redact(String(each))),
    ]),
  );
}
