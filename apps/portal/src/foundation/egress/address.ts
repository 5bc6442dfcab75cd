import { BlockList, isIP } from 'node:net';

/**
 * Where the portal may connect to on somebody else's word.
 *
 * `public`: global unicast only. `private`: also loopback and private networks, for a laptop. Link-local
 * addresses, where clouds keep their metadata services, are in neither.
 */
export type Reach = 'public' | 'private';

const LOCAL_IPV4 = ['10.0.0.0/8', '127.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
const LOCAL_IPV6 = ['::1/128', 'fc00::/7'];
/** IANA's special-purpose registries; what is not global unicast of IPv6 (2000::/3) is refused as a whole. */
const NEVER = [
  '0.0.0.0/8',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // Addresses that carry an IPv4 address inside (Teredo and its neighbours, 6to4) and documentation.
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  // Metadata services inside ranges that are otherwise only private (AWS, Google) or public (Azure).
  'fd00:ec2::254/128',
  'fd20:ce::254/128',
  '168.63.129.16/32',
];

const never = blockList(NEVER);
const localIpv4 = blockList(LOCAL_IPV4);
const localIpv6 = blockList(LOCAL_IPV6);
const globalUnicast = blockList(['2000::/3']);

/** Whether the portal may connect to this IP address. Text that is no IP address is not allowed. */
export function isReachable(address: string, reach: Reach): boolean {
  const version = isIP(address);
  // A zone (`fe80::1%eth0`) belongs to link-local addresses alone.
  if (version === 0 || address.includes('%')) return false;
  if (version === 4) {
    return !never.check(address, 'ipv4') && (reach === 'private' || !localIpv4.check(address, 'ipv4'));
  }
  // `::ffff:10.0.0.1` and its like are neither: an IPv4 address has no business in IPv6's clothes.
  if (never.check(address, 'ipv6')) return false;
  return globalUnicast.check(address, 'ipv6') || (reach === 'private' && localIpv6.check(address, 'ipv6'));
}

function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', bits] = range.split('/');
    list.addSubnet(network, Number(bits), network.includes(':') ? 'ipv6' : 'ipv4');
  }
  return list;
}
