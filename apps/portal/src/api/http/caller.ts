import { createHash, timingSafeEqual } from 'node:crypto';
import type { Operation } from '@genvoris/contract';
import { ApiError } from '../../foundation/api-error.ts';

/** The key a request presents in one of the operation's ways, or undefined. */
export function presentedKey(
  operation: Operation,
  request: Request,
  query: URLSearchParams,
): string | undefined {
  const schemes = operation.security.flat();
  if (schemes.includes('ApiKeyBearer')) {
    const bearer = bearerOf(request.headers);
    if (bearer !== undefined) return bearer;
  }
  if (schemes.includes('ApiKeyQuery')) return query.get('api_key') ?? undefined;
  return undefined;
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
