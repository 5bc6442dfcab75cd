import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReachable } from './address.ts';

describe('isReachable', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '2606:4700:4700::1111',
    '2a00:1450::1',
  ])('lets the public address %s through', (address) => expect(isReachable(address, 'public')).toBe(true));

  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.0.9'],
    ['loopback', '::1'],
    ['private', '10.1.2.3'],
    ['private', '172.16.0.1'],
    ['private', '192.168.178.1'],
    ['unique local', 'fd12:3456::1'],
  ])('keeps the %s address %s for the laptop', (_, address) => {
    expect(isReachable(address, 'public')).toBe(false);
    expect(isReachable(address, 'private')).toBe(true);
  });

  it.each([
    ['unspecified', '0.0.0.0'],
    ['unspecified', '::'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['Alibaba metadata', '100.100.100.200'],
    ['link-local, metadata', '169.254.169.254'],
    ['AWS metadata', 'fd00:ec2::254'],
    ['Google metadata', 'fd20:ce::254'],
    ['Azure metadata', '168.63.129.16'],
    ['NAT64 of one’s own', '64:ff9b:1::a9fe:a9fe'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast', '224.0.0.1'],
    ['multicast', 'ff02::1'],
    ['broadcast', '255.255.255.255'],
    ['benchmarking', '198.18.0.1'],
    ['documentation', '192.0.2.1'],
    ['documentation', '2001:db8::1'],
    ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
    ['IPv4-mapped loopback in hex', '::ffff:7f00:1'],
    ['IPv4-mapped public', '::ffff:8.8.8.8'],
    ['IPv4-compatible', '::127.0.0.1'],
    ['NAT64 of metadata', '64:ff9b::a9fe:a9fe'],
    ['6to4 of loopback', '2002:7f00:1::1'],
    ['Teredo', '2001:0:53aa:64c::1'],
    ['no address', 'localhost'],
    ['no address', '0x7f000001'],
    ['nothing', ''],
  ])('never goes to %s (%s)', (_, address) => {
    expect(isReachable(address, 'public')).toBe(false);
    expect(isReachable(address, 'private')).toBe(false);
  });

  it('refuses every IPv4 address in IPv6 clothes', () => {
    fc.assert(
      fc.property(
        fc.ipV4(),
        fc.constantFrom('::ffff:', '::', '64:ff9b::', '::ffff:0:'),
        (address, prefix) => {
          expect(isReachable(prefix + address, 'public')).toBe(false);
        },
      ),
    );
  });
});
