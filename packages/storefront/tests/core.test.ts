import { ERRORS, FAULT_NAMES } from '@genvoris/contract';
import { rawRequest } from '@genvoris/testing/raw-request';
import { describe, expect, test } from 'vitest';
import { KEY, setBed } from './bed.ts';
import { form } from './browser.ts';
import { HOSTS } from './hosts.ts';

// What no answer of the matrix shows, and is decided in the core: one host will do.
const ONE = HOSTS.filter(({ name }) => name === 'Node');

describe.each(ONE)('what the host is told', (host) => {
  const bed = setBed(host);
  const { guest } = bed;

  test('of a call that nobody waits for any longer is nothing', async () => {
    bed.upstream.use('getStatus', { fault: 'stall_before_headers' });
    const leaving = new AbortController();
    const left = rawRequest(bed.host.url, { path: '/status', signal: leaving.signal }).catch(() => 'left');
    const request = await bed.upstream.waitForRequest(() => true);
    leaving.abort();
    await left;
    await bed.upstream.waitForRequest((one) => one === request && one.timeline.closed !== undefined);
    // It was not the deadline.
    expect(bed.reports).toEqual([]);
  });

  test.each(FAULT_NAMES)('of %s is why it was answered 502', async (fault) => {
    bed.upstream.use('getStatus', { fault });
    const { message } = ERRORS.upstream_unreachable;
    expect(await guest().status()).toMatchObject({
      status: 502,
      json: { code: 'upstream_unreachable', message },
    });
    expect(bed.reports).toHaveLength(1);
    expect(bed.upstream.followed).toHaveLength(0);
  });

  test('has no secret in it', async () => {
    for (const behaviour of ['invalid_api_key', { fault: 'not_json' }, { fault: 'refused' }] as const) {
      bed.upstream.use('getStatus', behaviour);
      const answer = await guest().status();
      expect(answer.text + answer.rawHeaders.join()).not.toContain(KEY);
    }
    expect(bed.reports).toHaveLength(3);
    expect(JSON.stringify(bed.reports)).not.toContain(KEY);
  });

  test.each([
    ['as it is', (text: string) => text],
    ['in escapes', (text: string) => text.replace(KEY, `\\u0067${KEY.slice(1)}`)],
    ['as a name', (text: string) => text.replace('"more"', `"\\u0067${KEY.slice(1)}"`).replace(KEY, '')],
  ])('of an answer that echoes the key %s is that it was held back', async (_, write) => {
    const photo = { width: 1, height: 1, format: 'png', more: {} };
    const text = JSON.stringify({ photo, product_type: 'a', warnings: [`key ${KEY}`] });
    const headers = { 'Content-Type': 'application/json' };
    bed.upstream.use('analyzePhoto', { status: 200, headers, body: write(text) });
    const answer = await guest().upload('/proxy/api/analyze');
    expect(answer.status).toBe(502);
    expect(JSON.stringify(bed.reports) + answer.text + JSON.stringify(answer.json)).not.toContain(KEY);
    expect(bed.reports[0]?.message).toContain('the answer contains the API key');
  });
});

describe.each(ONE)('a proxied call', (host) => {
  const bed = setBed(host);
  const { guest, shopper, upstreamRequests } = bed;

  test('has these headers upstream and no others', async () => {
    expect((await shopper().upload('/proxy/api/analyze')).status).toBe(200);
    const names = upstreamRequests('analyzePhoto')[0]?.rawHeaders.filter((_, i) => i % 2 === 0);
    expect(names?.map((header) => header.toLowerCase()).toSorted()).toEqual([
      'accept',
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
    ]);
  });

  test.each(['application/json', 'multipart/form-data', 'text/plain; boundary=x', ''])(
    'is refused with the content type %j',
    async (type) => {
      const answer = await guest().post('/proxy/api/analyze', {
        headers: { 'Content-Type': type },
        body: '{}',
      });
      expect(answer).toMatchObject({ status: 400, json: { code: 'invalid_request' } });
      expect(bed.upstream.requests).toHaveLength(0);
    },
  );

  test('is repeated whole with a fresh token, however large it is', async () => {
    bed.upstream.use('generateTryon', ['invalid_session_token', 'generated']);
    const photo = Buffer.alloc(700_000, 3);
    expect((await shopper().upload('/proxy/api/tryon', photo)).status).toBe(200);
    const attempts = upstreamRequests('generateTryon');
    expect(attempts.map((request) => request.body.equals(form(photo)))).toEqual([true, true]);
  });
});

describe.each(ONE)('twenty shoppers at once', (host) => {
  const bed = setBed(host);

  test('get twenty tokens', async () => {
    let minted = 0;
    bed.upstream.use('createSession', ({ target }) => {
      minted += 1;
      return {
        status: 201,
        body: {
          token: `eyJ${Buffer.from(`${target} ${minted}`).toString('base64url')}.e30.c2ln`,
          token_type: 'Bearer',
          expires_in: 900,
          expires_at: '2099-01-01T00:00:00Z',
          customer: {
            id: 'ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B',
            external_id: 'x',
            plan_id: null,
            plan_name: null,
            monthly_try_ons: null,
            period_start: '2026-11-01T00:00:00Z',
            period_end: '2026-12-01T00:00:00Z',
          },
        },
      };
    });
    const answers = await Promise.all(Array.from({ length: 20 }, () => bed.shopper().status()));
    expect(new Set(answers.map(({ json }) => json.sessionToken)).size).toBe(20);
  });
});
