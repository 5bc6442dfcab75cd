const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);
/** Some proxies write the port behind the address, which a client changes with each connection. */
const WITH_PORT = /^(?:\[([^\]]*)\](?::\d{1,5})?|([\d.]+):\d{1,5})$/;

/**
 * The client's address for counting: an IPv4 address, or the network of 64 bits of an IPv6 one, which is what one
 * client has for itself. Each trusted proxy appends the peer it saw to `X-Forwarded-For`, so with `n` of them the
 * n-th entry from the right was written by ours; whatever stands left of it was sent by anybody.
 *
 * @param peer of the connection
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | null | undefined,
  trustedProxies: number,
): string {
  if (trustedProxies > 0) {
    const entry = fromTheRight(forwardedFor ?? '', trustedProxies);
    // The usual one first: most have neither port nor colon.
    if (IPV4.test(entry)) return entry;
    const [, bracketed, bare] = WITH_PORT.exec(entry) ?? [];
    const named = countable(bracketed ?? bare ?? entry);
    if (named !== undefined) return named;
  }
  return peer === undefined ? 'unknown' : (countable(peer) ?? peer);
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

function countable(address: string): string | undefined {
  if (!address.includes(':')) return IPV4.test(address) ? address : undefined;
  // Behind the percent sign is the interface that an address of one link only was seen on.
  const groups = groupsOf(address.replace(/%[\w.:-]+$/, ''));
  if (groups === undefined) return undefined;
  const [, , , , , sixth, high = 0, low = 0] = groups;
  // IPv4 as a server on both sees it.
  if (sixth === 0xffff && groups.slice(0, 5).every((group) => group === 0))
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  const network = groups.slice(0, 4).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

/** The eight groups of an IPv6 address (RFC 4291, section 2.2). */
function groupsOf(address: string): number[] | undefined {
  const [before = '', after, ...more] = address.split('::');
  if (more.length > 0) return undefined;
  const left = numbersOf(before, after === undefined);
  const right = numbersOf(after ?? '', true);
  if (left === undefined || right === undefined) return undefined;
  const missing = 8 - left.length - right.length;
  if (after === undefined ? missing !== 0 : missing < 1) return undefined;
  return [...left, ...Array<number>(missing).fill(0), ...right];
}

/** Groups of up to four digits; at an address's end the last two may be written as IPv4. */
function numbersOf(part: string, atEnd: boolean): number[] | undefined {
  if (part === '') return [];
  const numbers: number[] = [];
  const words = part.split(':');
  for (const [index, word] of words.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(word)) numbers.push(Number.parseInt(word, 16));
    else if (atEnd && index === words.length - 1 && IPV4.test(word)) {
      const [a = 0, b = 0, c = 0, d = 0] = word.split('.').map(Number);
      numbers.push(a * 256 + b, c * 256 + d);
    } else return undefined;
  }
  return numbers;
}
