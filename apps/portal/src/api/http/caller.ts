import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
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
    const bearer = /^Bearer +([^\s]+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    if (bearer !== undefined) return bearer;
  }
  if (schemes.includes('ApiKeyQuery')) return query.get('api_key') ?? undefined;
  return undefined;
}

/** @throws ApiError `unauthorized` */
export function requireInternalSecret(request: Request, secret: string): void {
  const given = request.headers.get('x-internal-secret') ?? '';
  // Digests have one length, so that the comparison tells nothing about the secret's.
  if (!timingSafeEqual(digest(given), digest(secret))) throw new ApiError('unauthorized');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/**
 * The client's address for counting: as many steps back in X-Forwarded-For as there are proxies of ours, the
 * network of 64 bits for IPv6, which is what one client has for itself.
 */
export function clientAddress(peer: string | undefined, request: Request, trustedProxies: number): string {
  if (trustedProxies > 0) {
    const hops = (request.headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
    // Some proxies write the client's port too, which changes with each connection.
    const named = hops.at(-trustedProxies)?.replace(/^(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)$/, '$1$2');
    if (named !== undefined && isIP(named) !== 0) return countable(named);
  }
  return peer === undefined ? 'unknown' : countable(peer);
}

function countable(address: string): string {
  if (isIP(address) !== 6) return address;
  const plain = address.replace(/%.*$/, '');
  // IPv4 as a server on both sees it.
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  // The one spelling of an address, without leading zeros and with the longest gap left out.
  const groups = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
  const [head = [], tail = []] = groups.map((part) => (part === '' ? [] : part.split(':')));
  const all = [...head, ...Array(groups.length > 1 ? 8 - head.length - tail.length : 0).fill('0'), ...tail];
  return `${all.slice(0, 4).join(':')}::/64`;
}
