import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clientAddress } from './client-address.ts';

const PEER = '10.0.0.1';

describe('the client address', () => {
  test.each([
    ['the peer, without a trusted proxy', '198.51.100.7', 0, PEER],
    ['what the one trusted proxy saw', '198.51.100.7', 1, '198.51.100.7'],
    ['nothing that stands left of it', '1.1.1.1, 2.2.2.2,198.51.100.7', 1, '198.51.100.7'],
    ['what the outer of two proxies saw', '1.1.1.1, 198.51.100.7 , 10.0.0.2', 2, '198.51.100.7'],
    ['the peer, when the list is shorter than the proxies', '198.51.100.7', 2, PEER],
    ['the peer, without a list', undefined, 1, PEER],
    ['the peer, for an entry that is no address', 'unknown', 1, PEER],
    ['the peer, for an entry with a script in it', '<script>', 1, PEER],
    ['the peer, for an empty last entry', '198.51.100.7,', 1, PEER],
    ['without the port that some proxies add', '198.51.100.7:50123', 1, '198.51.100.7'],
    ['without the brackets that go with a port', '[2001:db8:0:1::1]:50123', 1, '2001:db8:0:1::/64'],
    ['without brackets that have no port', '[2001:db8:0:1::1]', 1, '2001:db8:0:1::/64'],
    ['the peer, for an address with something behind it', '198.51.100.7:', 1, PEER],
    ['the peer, for what only has the letters of an address', '1:2.3', 1, PEER],
    ['the peer, for numbers that no address has', '198.51.100.700', 1, PEER],
    ['the peer, for a list of commas', ',,,', 3, PEER],
  ])('is %s', (_, forwarded, proxies, expected) => {
    expect(clientAddress(PEER, forwarded, proxies)).toBe(expected);
  });

  test('is one for every way of writing it', () => {
    const spellings = ['2001:db8:0:1::1', '2001:DB8:0:1:ffff::2', '2001:0db8:0000:0001:0:0:0:3'];
    expect(new Set(spellings.map((address) => clientAddress(PEER, address, 1)))).toEqual(
      new Set(['2001:db8:0:1::/64']),
    );
    expect(clientAddress(PEER, '::ffff:198.51.100.7', 1)).toBe('198.51.100.7');
    expect(clientAddress(PEER, '::ffff:c633:6407', 1)).toBe('198.51.100.7');
    expect(clientAddress(PEER, '::1', 1)).toBe('0:0:0:0::/64');
    expect(clientAddress(PEER, '64:ff9b::198.51.100.7', 1)).toBe('64:ff9b:0:0::/64');
  });

  test.each([
    ['::ffff:127.0.0.1', '127.0.0.1'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['a socket in a file', 'a socket in a file'],
    [undefined, 'unknown'],
  ])('of the peer %s is %s', (peer, expected) => {
    expect(clientAddress(peer, '198.51.100.7', 0)).toBe(expected);
  });

  test('is read of exactly what is an address', () => {
    const nearly = fc
      .array(fc.constantFrom('0', '1', '255', '256', '01', 'ffff', '12345', 'g', ':', '::', '.', ':', '.'), {
        maxLength: 17,
      })
      .map((parts) => parts.join(''));
    const address = fc.oneof(fc.ipV4(), fc.ipV6(), nearly);
    fc.assert(
      fc.property(address, (text) => {
        expect([text, clientAddress('none', `[${text}]`, 1) !== 'none']).toEqual([text, isIP(text) !== 0]);
      }),
      { numRuns: 5_000 },
    );
  });
});
