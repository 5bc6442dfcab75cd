import { isIP } from 'node:net';
import { invalidField } from '../../foundation/api-error.ts';
import { isReachable, type Reach } from '../../foundation/egress/address.ts';

/**
 * Checks where a store wants its events: `https`, or `http` at a loopback address with a test key. Whether a
 * name resolves to somewhere public is checked at every attempt; it may change.
 *
 * @throws ApiError `invalid_body`
 */
export function checkEndpointUrl(text: string, { apiKey, reach }: { apiKey: string; reach: Reach }): void {
  const url = URL.parse(text);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw invalidField('/url', 'must be a URL');
  if (url.username !== '' || url.password !== '') throw invalidField('/url', 'must not contain a password');
  if (url.hash !== '') throw invalidField('/url', 'must not have a fragment');
  if (reach === 'private') return;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isLoopback(host) && apiKey.startsWith('gvk_test_')) return;
  if (url.protocol !== 'https:') throw invalidField('/url', 'must be https');
  if (isLoopback(host) || (isIP(host) !== 0 && !isReachable(host, 'public'))) {
    throw invalidField('/url', 'must not be an address in a private network');
  }
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '::1' ||
    (isIP(host) === 4 && host.startsWith('127.'))
  );
}
