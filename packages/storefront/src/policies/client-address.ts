import type { StorefrontRequest } from '../request.ts';

const ADDRESS = /^[0-9A-Fa-f:.]{2,45}$/;

/**
 * The client's address for counting. Each trusted proxy appends the peer it saw, so with `n` of them the
 * n-th entry from the right was written by ours; whatever stands left of it was sent by anybody.
 */
export function clientAddress(request: StorefrontRequest, trustedProxies: number): string {
  const peer = countable(request.peerAddress ?? '');
  if (trustedProxies === 0) return peer;
  const entries = request.header('x-forwarded-for')?.split(',') ?? [];
  const entry = entries[entries.length - trustedProxies]?.trim();
  return entry !== undefined && ADDRESS.test(entry) ? countable(entry) : peer;
}

/** One IPv6 customer owns a /64: counting single addresses would count nobody twice. */
function countable(address: string): string {
  if (!address.includes(':')) return address;
  if (address.includes('.')) return address.slice(address.lastIndexOf(':') + 1);
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const right = tail === '' ? [] : tail.split(':');
    while (left.length + right.length < 8) left.push('0');
    left.push(...right);
  }
  return `${left
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
