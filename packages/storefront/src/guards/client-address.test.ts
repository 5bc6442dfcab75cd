import { describe, expect, test } from 'vitest';
import type { StorefrontRequest } from '../exchange/request.ts';
import { clientAddress } from './client-address.ts';

const request = (forwarded: string | undefined, peerAddress: string | undefined = '10.0.0.1') =>
  ({ header: () => forwarded, peerAddress }) as unknown as StorefrontRequest;

describe('the client address', () => {
  test.each([
    ['the peer, without a trusted proxy', '198.51.100.7', 0, '10.0.0.1'],
    ['what the one trusted proxy saw', '198.51.100.7', 1, '198.51.100.7'],
    ['nothing that stands left of it', '1.1.1.1, 2.2.2.2,198.51.100.7', 1, '198.51.100.7'],
    ['what the outer of two proxies saw', '1.1.1.1, 198.51.100.7 , 10.0.0.2', 2, '198.51.100.7'],
    ['the peer, when the list is shorter than the proxies', '198.51.100.7', 2, '10.0.0.1'],
    ['the peer, without a list', undefined, 1, '10.0.0.1'],
    ['the peer, for an entry that is no address', 'unknown', 1, '10.0.0.1'],
    ['the peer, for an entry with a script in it', '<script>', 1, '10.0.0.1'],
    ['the peer, for an empty last entry', '198.51.100.7,', 1, '10.0.0.1'],
    ['without the port that some proxies add', '198.51.100.7:50123', 1, '198.51.100.7'],
    ['without the brackets that go with a port', '[2001:db8:0:1::1]:50123', 1, '2001:db8:0:1::/64'],
    ['the peer, for an address with something behind it', '198.51.100.7:', 1, '10.0.0.1'],
    ['the peer, for what only has the letters of an address', '1:2.3', 1, '10.0.0.1'],
    ['the peer, for a list of commas', ',,,', 3, '10.0.0.1'],
  ])('is %s', (_, forwarded, proxies, expected) => {
    expect(clientAddress(request(forwarded), proxies)).toBe(expected);
  });

  test('is one for every way of writing it', () => {
    const spellings = ['2001:db8:0:1::1', '2001:DB8:0:1:ffff::2', '2001:0db8:0000:0001:0:0:0:3'];
    expect(new Set(spellings.map((address) => clientAddress(request(address), 1)))).toEqual(
      new Set(['2001:db8:0:1::/64']),
    );
    expect(clientAddress(request('::ffff:198.51.100.7'), 1)).toBe('198.51.100.7');
    expect(clientAddress(request('::1'), 1)).toBe('0:0:0:0::/64');
  });
});
