import type { StorefrontRequest } from '../exchange/request.ts';

/** Some proxies write the port behind the address, which a client changes with each connection. */
const IPV4 = /^(\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?$/;
const IPV6 = /^(?:\[([0-9A-Fa-f:.]{2,45})\](?::\d{1,5})?|((?:[0-9A-Fa-f]{0,4}:){2}[0-9A-Fa-f:.]{0,40}))$/;

/**
 * The client's address for counting. Each trusted proxy appends the peer it saw, so with `n` of them the
 * n-th entry from the right was written by ours; whatever stands left of it was sent by anybody.
 */
export function clientAddress(request: StorefrontRequest, trustedProxies: number): string {
  const peer = () => countable(request.peerAddress ?? '');
  if (trustedProxies === 0) return peer();
  const entry = fromTheRight(request.header('x-forwarded-for') ?? '', trustedProxies);
  const [, address] = IPV4.exec(entry) ?? [];
  const [, bracketed, bare] = address === undefined ? (IPV6.exec(entry) ?? []) : [];
  const named = address ?? bracketed ?? bare;
  return named === undefined ? peer() : countable(named);
}

/** The n-th entry of a list from its right end; empty if it has fewer. */
function fromTheRight(list: string, n: number): string {
  let end = list.length;
  for (let skipped = 1; skipped < n; skipped++) {
    end = list.lastIndexOf(',', end - 1);
    if (end === -1) return '';
  }
  return list.slice(end === 0 ? 0 : list.lastIndexOf(',', end - 1) + 1, end).trim();
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
