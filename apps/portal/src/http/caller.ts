import { createHash, timingSafeEqual } from 'node:crypto';
import type { Operation } from '@genvoris/contract';
import { Refusal } from './refusal.ts';

/** The key a request presents in one of the operation's ways, or undefined. */
export function presentedKey(
  operation: Operation,
  request: Request,
  query: URLSearchParams,
): string | undefined {
  const schemes = operation.security.flat();
  if (schemes.includes('ApiKeyBearer')) {
    const bearer = /^Bearer +([^\s]+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    if (bearer !== undefined) return bearer;
  }
  if (schemes.includes('ApiKeyQuery')) return query.get('api_key') ?? undefined;
  return undefined;
}

/** @throws Refusal `unauthorized` */
export function requireInternalSecret(request: Request, secret: string): void {
  const given = request.headers.get('x-internal-secret') ?? '';
  // Digests have one length, so that the comparison tells nothing about the secret's.
  if (!timingSafeEqual(digest(given), digest(secret))) throw new Refusal('unauthorized');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** The client's address: as many steps back in X-Forwarded-For as there are proxies of ours. */
export function clientAddress(peer: string | undefined, request: Request, trustedProxies: number): string {
  if (trustedProxies > 0) {
    const hops = (request.headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
    const named = hops.at(-trustedProxies);
    if (named) return named;
  }
  return peer ?? 'unknown';
}
