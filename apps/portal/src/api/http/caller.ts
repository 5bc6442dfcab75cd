import { createHash, timingSafeEqual } from 'node:crypto';
import type { Operation } from '@genvoris/contract';
import { ApiError } from '../../foundation/api-error.ts';

const KEY_SCHEMES: ReadonlySet<string> = new Set([
  'ApiKeyBearer',
  'ApiKeyHeader',
  'ApiKeyQuery',
  'InternalSecret',
]);

/** The key a request presents in one of the operation's ways, the first that it uses; undefined if in none. */
export function presentedKey(
  operation: Operation,
  request: Request,
  query: URLSearchParams,
): string | undefined {
  const schemes = operation.security.flat();
  const bearer = schemes.includes('ApiKeyBearer') ? bearerOf(request.headers) : undefined;
  const header = schemes.includes('ApiKeyHeader') ? request.headers.get('x-api-key') : null;
  const inQuery = schemes.includes('ApiKeyQuery') ? query.get('api_key') : null;
  return bearer ?? (header || undefined) ?? inQuery ?? undefined;
}

/** Whether an operation is asked with a store's key, be it in the body behind the internal secret. */
export function takesKey({ security }: Operation): boolean {
  return security.flat().some((scheme) => KEY_SCHEMES.has(scheme));
}

/** The token of `Authorization: Bearer`. */
export function bearerOf(headers: Headers): string | undefined {
  return /^Bearer +([^\s]+) *$/i.exec(headers.get('authorization') ?? '')?.[1];
}

/** @throws ApiError `unauthorized` */
export function requireInternalSecret(request: Request, secret: string): void {
  if (!isSecret(request.headers.get('x-internal-secret') ?? '', secret)) throw new ApiError('unauthorized');
}

/** Digests have one length, so that the comparison tells nothing about the secret's. */
export function isSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
