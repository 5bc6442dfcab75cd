import { ERRORS, FAULT_NAMES } from '@genvoris/contract';
import { describe, expect, test } from 'vitest';
import { setBed } from './bed.ts';
import { HOSTS } from './hosts.ts';
import { KEY } from './upstream.ts';

// What no answer of the matrix shows, and is decided in the core: one host will do.
const ONE = HOSTS.filter(({ name }) => name === 'Node');

describe.each(ONE)('the core', (host) => {
  const bed = setBed(host);
  const { guest, shopper, upstreamRequests } = bed;

  test.each(FAULT_NAMES)('tells the host of %s why it was answered 502', async (fault) => {
    bed.upstream.use('getStatus', { fault });
    const { message } = ERRORS.upstream_unreachable;
    expect(await guest().status()).toMatchObject({
      status: 502,
      json: { code: 'upstream_unreachable', message },
    });
    expect(bed.reports).toHaveLength(1);
    expect(JSON.stringify(bed.reports)).not.toContain(KEY);
    expect(bed.upstream.followed).toHaveLength(0);
  });

  test.each([
    ['as it is', (text: string) => text],
    ['in escapes', (text: string) => text.replace(KEY, `\\u0067${KEY.slice(1)}`)],
    ['as a name', (text: string) => text.replace('"more"', `"\\u0067${KEY.slice(1)}"`).replace(KEY, '')],
  ])('tells the host of an answer that echoes the key %s that it was held back', async (_, write) => {
    const photo = { width: 1, height: 1, format: 'png', more: {} };
    const text = JSON.stringify({ photo, product_type: 'a', warnings: [`key ${KEY}`] });
    const headers = { 'Content-Type': 'application/json' };
    bed.upstream.use('analyzePhoto', { status: 200, headers, body: write(text) });
    const answer = await guest().upload('/proxy/api/analyze');
    expect(answer.status).toBe(502);
    expect(JSON.stringify(bed.reports) + answer.text + JSON.stringify(answer.json)).not.toContain(KEY);
    expect(bed.reports[0]?.message).toContain('the answer contains the API key');
  });

  test('tells the host in what coding an answer was that it could not read', async () => {
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'compress' };
    bed.upstream.use('getStatus', { status: 200, headers, body: '{"access":"ALLOWED"}' });
    expect((await guest().status()).status).toBe(502);
    expect(JSON.stringify(bed.reports)).toContain('content coding compress');
  });

  test('gives a proxied call these headers upstream and no others', async () => {
    expect((await shopper().upload('/proxy/api/analyze')).status).toBe(200);
    const names = upstreamRequests('analyzePhoto')[0]?.rawHeaders.filter((_, i) => i % 2 === 0);
    expect(names?.map((header) => header.toLowerCase()).toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
    ]);
  });

  test.each(['application/json', 'multipart/form-data', 'text/plain; boundary=x', ''])(
    'refuses a photo with the content type %j',
    async (type) => {
      const answer = await guest().post('/proxy/api/analyze', {
        headers: { 'Content-Type': type },
        body: '{}',
      });
      expect(answer).toMatchObject({ status: 400, json: { code: 'invalid_request' } });
      expect(bed.upstream.requests).toHaveLength(0);
    },
  );
});
