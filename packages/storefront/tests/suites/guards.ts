import { validateResponse } from '@genvoris/contract/validators';
import { describe, expect, test } from 'vitest';
import type { Bed } from '../bed.ts';
import { type Browser, FORM_TYPE, form, SHOP } from '../browser.ts';

/** What is refused before anything is asked upstream. */
export function guards(bed: Bed): void {
  const { guest, shopper, upstreamRequests, csrfStatus } = bed;
  describe('guards', () => {
    test.each([
      'null',
      'https://evil.example',
      'https://shop.example.evil.example',
      'http://shop.example',
      `${SHOP}, ${SHOP}`,
      `${SHOP}/`,
      'HTTPS://SHOP.EXAMPLE',
    ])('refuse the origin %s', async (origin) => {
      const answer = await shopper().post('/session', { headers: { Origin: origin } });
      expect(answer).toMatchObject({ status: 403, json: { code: 'cross_origin' } });
      expect(bed.upstream.requests).toHaveLength(0);
    });

    test('go by the Referer where there is no Origin', async () => {
      const visitor = shopper();
      const { Origin: _, ...own } = await visitor.ownHeaders();
      const post = (headers: Record<string, string>) =>
        visitor.send({ method: 'POST', path: '/session', headers });
      expect((await post({ ...own, Referer: `${SHOP}/p/dress-42` })).status).toBe(200);
      expect((await post({ ...own, Referer: 'https://evil.example/?https://shop.example' })).status).toBe(
        403,
      );
      expect((await post({ ...own, Referer: 'https://shop.example@evil.example/' })).status).toBe(403);
      expect((await post(own)).status).toBe(403);
    });

    test('refuse a token that is missing, changed, or another shopper’s', async () => {
      const [one, other] = [shopper(), shopper()];
      const own = await one.ownHeaders();
      const [header = '', nonce = ''] = Object.entries(own).find(([key]) => key !== 'Origin') ?? [];
      const post = (visitor: Browser, headers: Record<string, string>) =>
        visitor.send({ method: 'POST', path: '/session', headers: { Origin: SHOP, ...headers } });
      expect((await post(one, {})).status).toBe(csrfStatus);
      expect((await post(one, { [header]: '' })).status).toBe(csrfStatus);
      expect(
        (await post(one, { [header]: nonce.replace(/^./, (c) => (c === '0' ? '1' : '0')) })).status,
      ).toBe(csrfStatus);
      await other.ownHeaders();
      for (const [key, value] of one.cookies) if (key !== 'shopper') other.cookies.set(key, value);
      const stolen = await post(other, { [header]: nonce });
      expect(stolen.status).toBe(csrfStatus);
      expect(validateResponse('createStorefrontSession', stolen.status, stolen.json)).toEqual({ ok: true });
      expect((await post(one, { [header]: nonce })).status).toBe(200);
    });

    test.each([
      '/proxy/api/tryon/%2e%2e/admin',
      '/proxy/api/tryon/../admin',
      '/proxy//evil.example/api/tryon',
      '/proxy/api/tryon/',
      '/proxy/api%2ftryon',
      '/proxy/\\evil.example',
      '/proxy/http://evil.example/',
      '/PROXY/api/tryon',
      '/proxy/api/tryon;x',
      '/proxy/api/tryon%00',
      '/session/../proxy/api/other',
      '/proxy/api/tryon/track',
      '/credits/use',
      '/checkout',
      '/webhook',
      '/oauth/callback',
      '/__proto__',
      '/',
    ])('answer 404 for %s', async (path) => {
      const visitor = guest();
      const headers = { ...(await visitor.ownHeaders()), 'Content-Type': FORM_TYPE };
      const answer = await visitor.send({ method: 'POST', path, headers, body: form(Buffer.from('x')) });
      expect(answer).toMatchObject({ status: 404, json: { code: 'path_not_allowed' } });
      expect(answer.headers['x-request-id']).toBeDefined();
      expect(bed.upstream.requests).toHaveLength(0);
    });

    test.each([
      ['POST', '/status'],
      ['GET', '/session'],
      ['PUT', '/proxy/api/tryon'],
      ['DELETE', '/nonce'],
      ['OPTIONS', '/status'],
    ])('answer 404 for %s %s', async (method, path) => {
      expect(await guest().send({ method, path })).toMatchObject({
        status: 404,
        json: { code: 'path_not_allowed' },
      });
    });

    test('take no key from the query', async () => {
      const visitor = guest();
      const headers = { ...(await visitor.ownHeaders()), 'Content-Type': FORM_TYPE };
      const path = '/proxy/api/analyze?api_key=canary&key=canary&url=//evil.example';
      expect(
        (await visitor.send({ method: 'POST', path, headers, body: form(Buffer.from('x')) })).status,
      ).toBe(200);
      expect((await visitor.send({ path: '/status?api_key=canary' })).status).toBe(200);
      expect(bed.upstream.requests.map(({ target }) => target)).toEqual(['/api/analyze', '/status']);
    });

    test('count per address and shopper, and say so', async () => {
      const visitor = guest();
      for (let left = 4; left >= 0; left--) {
        const answer = await visitor.status();
        expect(answer.status).toBe(200);
        expect(answer.headers.ratelimit).toMatch(new RegExp(`^"default";r=${left};t=(59|60)$`));
        expect(answer.headers['ratelimit-policy']).toBe('"default";q=5;w=60');
      }
      const refused = await visitor.status();
      expect(refused).toMatchObject({ status: 429, json: { code: 'rate_limited' } });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(upstreamRequests('getStatus')).toHaveLength(5);
      expect((await guest().status()).status).toBe(200);
    });

    test('count by the entry that the trusted proxy wrote, whatever the client wrote before it', async () => {
      const visitor = guest();
      const statuses: number[] = [];
      for (let i = 0; i < 6; i++) {
        const spoofed = `198.51.100.${i}, ${visitor.address}`;
        statuses.push(
          (await visitor.send({ path: '/status', headers: { 'X-Forwarded-For': spoofed } })).status,
        );
      }
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    });

    test('use the contract’s limits where none is set', async () => {
      const answer = await shopper().post('/session');
      expect(answer.headers['ratelimit-policy']).toBe('"default";q=30;w=60');
    });
  });
}
