import { ACCESS_VALUES, ERROR_WORDS, ERRORS, FAULT_NAMES, TRANSLATION } from '@genvoris/contract';
import { validateResponse } from '@genvoris/contract/validators';
import { createScenarioServer, type ScenarioServer } from '@genvoris/mock';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ErrorReport } from '../src/index.ts';
import { Browser, FORM_TYPE, form, SHOP } from './browser.ts';
import { HOSTS, type RunningHost } from './hosts.ts';
import { rawRequest } from './raw-request.ts';

const KEY = 'gvk_test_ALLOWED';
const UNLIMITED = { limit: 1_000_000, windowSeconds: 60 };

describe.each(HOSTS)('$name', ({ start, prefix, csrfStatus, name }) => {
  let upstream: ScenarioServer;
  let host: RunningHost;
  const reports: ErrorReport[] = [];

  beforeAll(async () => {
    upstream = await createScenarioServer();
    await upstream.warmUp();
    host = await start({
      apiKey: KEY,
      shopOrigin: SHOP,
      backendUrl: upstream.url,
      portalUrl: upstream.url,
      guests: true,
      trustedProxies: 1,
      timeoutMs: 700,
      rateLimits: {
        getStorefrontStatus: { limit: 5, windowSeconds: 60 },
        getNonce: UNLIMITED,
        proxyAnalyze: UNLIMITED,
      },
      onError: (report) => reports.push(report),
    });
  });
  afterEach(() => {
    upstream.reset();
    reports.length = 0;
  });
  afterAll(async () => {
    await host.close();
    await upstream.close();
  });

  const guest = () => new Browser(host.url);
  let shoppers = 0;
  const shopper = () => new Browser(host.url, `${name}-${++shoppers}`);
  const upstreamRequests = (operationId: string) =>
    upstream.requests.filter((request) => request.operationId === operationId);

  describe('status', () => {
    test('gives a guest the account and no token, and asks the portal nothing', async () => {
      const answer = await guest().status();
      expect(answer.status).toBe(200);
      expect(answer.json).toMatchObject({
        access: 'ALLOWED',
        canTryOn: true,
        ctaType: 'try_on',
        remaining: null,
      });
      expect(answer.json).not.toHaveProperty('sessionToken');
      expect(validateResponse('getStorefrontStatus', 200, answer.json)).toEqual({ ok: true });
      expect(answer.headers['cache-control']).toBe('private, no-store');
      expect(answer.headers['content-type']).toBe('application/json');
      expect(answer.headers['x-request-id']).toMatch(/^[A-Za-z0-9._-]{8,128}$/);
      expect(upstream.requests.map(({ operationId }) => operationId)).toEqual(['getStatus']);
    });

    test('gives a shopper a session token under a prefixed id, and mints it once', async () => {
      const visitor = shopper();
      const first = await visitor.status();
      const second = await visitor.status();
      expect(first.json.sessionToken).toMatch(/^eyJ/);
      expect(second.json.sessionToken).toBe(first.json.sessionToken);
      expect(upstreamRequests('createSession')).toHaveLength(1);
      expect(upstreamRequests('upsertCustomer').map((request) => request.json())).toEqual([
        { externalId: `${prefix}${visitor.cookies.get('shopper')}` },
      ]);
    });

    test.each(ACCESS_VALUES)('passes %s on', async (access) => {
      upstream.use('getStatus', access);
      const answer = await guest().status();
      expect(answer.status).toBe(200);
      expect(answer.json).toMatchObject({ access, canTryOn: access === 'ALLOWED' });
      expect(validateResponse('getStorefrontStatus', 200, answer.json)).toEqual({ ok: true });
    });

    test.each([
      ['unknown', { access: 'SUSPENDED' }],
      ['missing', {}],
      ['mistyped', { access: 7 }],
      ['inherited', { access: 'constructor' }],
    ])('answers ERROR for an access that is %s', async (_, body) => {
      upstream.use('getStatus', { status: 200, body });
      const answer = await guest().status();
      expect(answer.status).toBe(200);
      expect(answer.json).toMatchObject({ access: 'ERROR', canTryOn: false, ctaType: 'none' });
    });

    test.each([
      ['per_tryon without a quota', { access: 'ALLOWED', monetizationModel: 'per_tryon' }],
      ['a list', [{ access: 'ALLOWED' }]],
      ['null', null],
      ['a text', '"ALLOWED"'],
    ])('answers 502 for %s', async (_, body) => {
      const headers = { 'content-type': 'application/json' };
      upstream.use('getStatus', {
        status: 200,
        headers,
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      expect(await guest().status()).toMatchObject({ status: 502, json: { code: 'upstream_unreachable' } });
    });

    test('leaves out a plan that is not known', async () => {
      upstream.use('getStatus', { status: 200, body: { access: 'ALLOWED', plan: 'enterprise' } });
      const answer = await guest().status();
      expect(answer.json).toMatchObject({ access: 'ALLOWED' });
      expect(answer.json).not.toHaveProperty('plan');
    });

    test('shares one upstream call among those who ask at once, and keeps nothing', async () => {
      upstream.use('getStatus', { scenario: 'ALLOWED', delayMs: 100 });
      await Promise.all([guest().status(), guest().status(), guest().status()]);
      expect(upstreamRequests('getStatus')).toHaveLength(1);
      await guest().status();
      expect(upstreamRequests('getStatus')).toHaveLength(2);
    });

    test('a client that leaves does not disturb those who wait with it', async () => {
      upstream.use('getStatus', { scenario: 'ALLOWED', delayMs: 300 });
      const leaving = new AbortController();
      const left = rawRequest(host.url, { path: '/status', signal: leaving.signal }).catch(() => 'left');
      const stays = guest().status();
      setTimeout(() => leaving.abort(), 100);
      expect(await left).toBe('left');
      expect(await stays).toMatchObject({ status: 200 });
    });

    test('a call that nobody waits for any longer is aborted upstream', async () => {
      upstream.use('getStatus', { fault: 'stall_before_headers' });
      const leaving = new AbortController();
      const left = rawRequest(host.url, { path: '/status', signal: leaving.signal }).catch(() => 'left');
      const request = await upstream.waitForRequest(() => true);
      leaving.abort();
      await left;
      await upstream.waitForRequest((one) => one === request && one.timeline.closed !== undefined, {
        timeoutMs: 500,
      });
    });
  });

  describe('failures upstream', () => {
    const words = Object.entries(ERROR_WORDS.getStatus).flatMap(([status, all]) =>
      all.map((word) => ({ status: Number(status), ...word })),
    );
    test.each(words)('translates getStatus $status $example', async ({ example, code }) => {
      upstream.use('getStatus', example);
      const answer = await guest().status();
      const expected = TRANSLATION.codes[code ?? 'internal_error'];
      expect(answer).toMatchObject({
        status: ERRORS[expected].status,
        json: { code: expected, message: ERRORS[expected].message },
      });
      expect(validateResponse('getStorefrontStatus', answer.status, answer.json)).toEqual({ ok: true });
    });

    const tryonWords = Object.entries(ERROR_WORDS.generateTryon).flatMap(([status, all]) =>
      all.map((word) => ({ status: Number(status), ...word })),
    );
    test.each(tryonWords)(
      'keeps what generateTryon $status $example says',
      async ({ example, error, reason }) => {
        upstream.use('generateTryon', example);
        const answer = await guest().upload('/proxy/api/tryon');
        expect(validateResponse('proxyTryon', answer.status, answer.json)).toEqual({ ok: true });
        expect(answer.json.error).toBe(error);
        expect(answer.json.reason).toBe(reason);
        if (answer.status === 429) expect(answer.headers['retry-after']).toMatch(/./);
      },
    );

    test.each(FAULT_NAMES)('answers 502 for %s, and tells the host why', async (fault) => {
      upstream.use('getStatus', { fault });
      expect(await guest().status()).toMatchObject({ status: 502, json: { code: 'upstream_unreachable' } });
      expect(reports).toHaveLength(1);
      expect(upstream.followed).toHaveLength(0);
    });

    test.each([
      ['120', '120'],
      ['Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 07:28:00 GMT'],
      ['soon', '60'],
      ['-5', '60'],
      ['1e9', '60'],
      [undefined, '60'],
    ])('answers Retry-After %s as %s', async (given, expected) => {
      upstream.use('getStatus', {
        status: 429,
        headers: given === undefined ? {} : { 'Retry-After': given },
        body: { code: 'rate_limited' },
      });
      const answer = await guest().status();
      expect(answer.status).toBe(429);
      expect(answer.headers['retry-after']).toBe(expected);
    });

    test.each(
      [
        [418, { code: 'quota_exhausted' }, 500],
        [200.5, {}, 0],
        [302, {}, 502],
        [404, { error: 'unheard_of' }, 404],
        [402, { error: 'unheard_of' }, 500],
        [503, 'no', 502],
        [413, { code: 'payload_too_large' }, 500],
      ].filter(([, , expected]) => expected !== 0) as [number, unknown, number][],
    )('reads %s %j by its status alone', async (status, body, expected) => {
      upstream.use('getStatus', { status, body });
      const answer = await guest().status();
      expect(answer.status).toBe(expected);
      expect(validateResponse('getStorefrontStatus', answer.status, answer.json)).toEqual({ ok: true });
    });

    test('copies nothing of an upstream error', async () => {
      upstream.use('getStatus', {
        status: 402,
        headers: { 'X-Leak': 'canary-header', 'Set-Cookie': 'a=canary-cookie' },
        body: {
          code: 'quota_exhausted',
          message: 'canary-message',
          reason: 'canary-reason',
          debug: 'canary-debug',
        },
      });
      const answer = await guest().status();
      expect(answer.status).toBe(402);
      expect(answer.text + answer.rawHeaders.join()).not.toContain('canary');
    });

    test('an answer that echoes the key does not reach the browser', async () => {
      upstream.use('analyzePhoto', {
        status: 200,
        body: { photo: { width: 1, height: 1, format: 'png' }, product_type: 'a', warnings: [`key ${KEY}`] },
      });
      const answer = await guest().upload('/proxy/api/analyze');
      expect(answer.status).toBe(502);
      expect(JSON.stringify(reports) + answer.text).not.toContain(KEY);
    });
  });

  describe('session', () => {
    test('mints a token for the signed-in shopper', async () => {
      const answer = await shopper().post('/session', {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ productId: 'dress-42' }),
      });
      expect(answer.status).toBe(200);
      expect(validateResponse('createStorefrontSession', 200, answer.json)).toEqual({ ok: true });
      expect(upstreamRequests('createSession').map((request) => request.json())).toEqual([
        { productId: 'dress-42' },
      ]);
    });

    test('takes an empty body', async () => {
      expect((await shopper().post('/session')).status).toBe(200);
    });

    test('asks a guest to sign in', async () => {
      expect(await guest().post('/session')).toMatchObject({
        status: 401,
        json: { code: 'sign_in_required' },
      });
      expect(upstream.requests).toHaveLength(0);
    });

    test('never takes the shopper from the body', async () => {
      const answer = await shopper().post('/session', { body: JSON.stringify({ shopperId: '7' }) });
      expect(answer.status).toBe(csrfStatus === 419 ? 422 : 400);
      expect(validateResponse('createStorefrontSession', answer.status, answer.json)).toEqual({ ok: true });
      expect(upstream.requests).toHaveLength(0);
    });

    test.each(['__proto__', 'constructor', '<script>', 'x'.repeat(3000), ''])(
      'answers as documented for a field named %j',
      async (field) => {
        const answer = await shopper().post('/session', { body: `{${JSON.stringify(field)}:1}` });
        expect(answer.status).toBe(csrfStatus === 419 ? 422 : 400);
        expect(validateResponse('createStorefrontSession', answer.status, answer.json)).toEqual({ ok: true });
        expect(answer.text).not.toContain('<script>');
      },
    );

    test('refuses what is not JSON, and what is too long', async () => {
      expect((await shopper().post('/session', { body: '{' })).status).toBe(400);
      expect((await shopper().post('/session', { body: `"${'x'.repeat(5000)}"` })).status).toBe(413);
    });
  });

  describe('the proxied calls', () => {
    test('pass the photo on, byte for byte, with the key and nothing of the client', async () => {
      const photo = Buffer.alloc(300_000, 7);
      const answer = await shopper().upload('/proxy/api/analyze', photo, {
        Authorization: 'Bearer canary-authorization',
        'X-Api-Key': 'canary-key',
        'X-End-Customer-Token': 'canary-token',
        'Proxy-Authorization': 'canary-proxy',
        Te: 'trailers',
        'X-Real-Ip': 'canary-ip',
      });
      expect(answer.status).toBe(200);
      expect(validateResponse('proxyAnalyze', 200, answer.json)).toEqual({ ok: true });
      const [request] = upstreamRequests('analyzePhoto');
      expect(request?.body.equals(form(photo))).toBe(true);
      expect(request?.header('authorization')).toBe(`Bearer ${KEY}`);
      const names = request?.rawHeaders.filter((_, i) => i % 2 === 0).map((header) => header.toLowerCase());
      expect(names?.toSorted()).toEqual([
        'accept',
        'authorization',
        'connection',
        'content-length',
        'content-type',
        'host',
      ]);
      expect(request?.rawHeaders.join()).not.toContain('canary');
    });

    test('stream: the first bytes are upstream before the last are sent', async () => {
      const { promise: gate, resolve: open } = Promise.withResolvers<void>();
      const whole = form(Buffer.alloc(200_000, 1));
      const visitor = guest();
      const headers = { 'Content-Type': FORM_TYPE, 'Content-Length': String(whole.length) };
      async function* body() {
        yield whole.subarray(0, 100_000);
        await gate;
        yield whole.subarray(100_000);
      }
      const answering = visitor.post('/proxy/api/analyze', { headers, body: body() });
      await upstream.waitForRequest((request) => request.bytesReceived > 50_000, { timeoutMs: 600 });
      open();
      expect((await answering).status).toBe(200);
    });

    test('refuse an announced length over the limit without touching the upstream', async () => {
      const headers = { 'Content-Type': FORM_TYPE, 'Content-Length': String(11 * 1024 * 1024) };
      const answer = await guest().post('/proxy/api/tryon', { headers, body: (async function* () {})() });
      expect(answer).toMatchObject({ status: 413, json: { code: 'payload_too_large' } });
      expect(upstream.requests).toHaveLength(0);
    });

    test('stop a body without a length when it passes the limit', async () => {
      const chunk = Buffer.alloc(1024 * 1024);
      async function* endless() {
        for (let i = 0; i < 12; i++) yield chunk;
      }
      const answer = await guest().post('/proxy/api/analyze', {
        headers: { 'Content-Type': FORM_TYPE },
        body: endless(),
      });
      expect(answer).toMatchObject({ status: 413, json: { code: 'payload_too_large' } });
      expect(upstreamRequests('analyzePhoto')[0]?.status).toBeUndefined();
    });

    test.each(['application/json', 'multipart/form-data', 'text/plain; boundary=x', ''])(
      'refuse the content type %j',
      async (type) => {
        const answer = await guest().post('/proxy/api/analyze', {
          headers: { 'Content-Type': type },
          body: '{}',
        });
        expect(answer).toMatchObject({ status: 400, json: { code: 'invalid_request' } });
        expect(upstream.requests).toHaveLength(0);
      },
    );

    test('abort upstream when the client goes away', async () => {
      upstream.use('analyzePhoto', { fault: 'stall_before_headers' });
      const leaving = new AbortController();
      const visitor = guest();
      const headers = { ...(await visitor.ownHeaders()), 'Content-Type': FORM_TYPE };
      const left = visitor
        .send({
          method: 'POST',
          path: '/proxy/api/analyze',
          headers,
          body: form(Buffer.from('x')),
          signal: leaving.signal,
        })
        .catch(() => 'left');
      const request = await upstream.waitForRequest(({ operationId }) => operationId === 'analyzePhoto');
      leaving.abort();
      expect(await left).toBe('left');
      await upstream.waitForRequest((one) => one === request && one.timeline.closed !== undefined, {
        timeoutMs: 500,
      });
    });

    test('abort upstream when the client goes away in the middle of its upload', async () => {
      const leaving = new AbortController();
      const visitor = guest();
      const headers = {
        'Content-Type': FORM_TYPE,
        'Content-Length': '500000',
        ...(await visitor.ownHeaders()),
      };
      async function* body() {
        yield Buffer.alloc(100_000);
        await new Promise(() => {});
      }
      const left = visitor
        .send({ method: 'POST', path: '/proxy/api/analyze', headers, body: body(), signal: leaving.signal })
        .catch(() => 'left');
      const request = await upstream.waitForRequest(({ bytesReceived }) => bytesReceived > 0);
      leaving.abort();
      expect(await left).toBe('left');
      await upstream.waitForRequest((one) => one === request && one.aborted, { timeoutMs: 500 });
    });

    test('send the session token of a shopper who has a plan, and of nobody else', async () => {
      await shopper().upload('/proxy/api/tryon');
      await guest().upload('/proxy/api/tryon');
      upstream.use('createSession', 'without_plan');
      await shopper().upload('/proxy/api/tryon');
      await shopper().upload('/proxy/api/analyze');
      const tokens = upstream.requests
        .filter(({ operationId }) => operationId === 'generateTryon' || operationId === 'analyzePhoto')
        .map((request) => request.header('x-end-customer-token') !== undefined);
      expect(tokens).toEqual([true, false, false, false]);
    });

    test.each([20, 700_000])(
      'mint afresh and repeat once when the token is refused (%s bytes)',
      async (size) => {
        upstream.use('generateTryon', ['invalid_session_token', 'generated']);
        const photo = Buffer.alloc(size, 3);
        const answer = await shopper().upload('/proxy/api/tryon', photo);
        expect(answer.status).toBe(200);
        const attempts = upstreamRequests('generateTryon');
        expect(attempts.map((request) => request.body.equals(form(photo)))).toEqual([true, true]);
        expect(upstreamRequests('createSession')).toHaveLength(2);
      },
    );

    test('repeat a body that the upstream refused before it had read it', async () => {
      upstream.use('generateTryon', [
        { status: 401, body: { error: 'invalid_session_token', message: 'x' }, early: true },
        'generated',
      ]);
      const photo = Buffer.alloc(3_000_000, 3);
      const answer = await shopper().upload('/proxy/api/tryon', photo);
      expect(answer.status).toBe(200);
      expect(upstreamRequests('generateTryon').at(-1)?.body.equals(form(photo))).toBe(true);
    });

    test('answer 500 when the fresh token is refused too', async () => {
      upstream.use('generateTryon', 'invalid_session_token');
      const answer = await shopper().upload('/proxy/api/tryon');
      expect(answer).toMatchObject({
        status: 500,
        json: { code: 'internal_error', error: 'invalid_session_token' },
      });
      expect(upstreamRequests('generateTryon')).toHaveLength(2);
    });
  });

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
      expect(upstream.requests).toHaveLength(0);
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
      expect(upstream.requests).toHaveLength(0);
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
      expect(upstream.requests.map(({ target }) => target)).toEqual(['/api/analyze', '/status']);
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

  test('a shopper’s token is never given to another', async () => {
    const tokens = new Map<string, string>();
    upstream.use('createSession', (request) => {
      const token = `eyJ${Buffer.from(`${request.target} ${tokens.size}`).toString('base64url')}.e30.c2ln`;
      tokens.set(token, request.target);
      return {
        status: 201,
        body: {
          token,
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
    const answers = await Promise.all(Array.from({ length: 20 }, () => shopper().status()));
    expect(new Set(answers.map(({ json }) => json.sessionToken)).size).toBe(20);
  });

  test('no secret is in anything the browser gets or the host logs', async () => {
    const seen: string[] = [];
    for (const behaviour of ['invalid_api_key', { fault: 'not_json' }, { fault: 'refused' }] as const) {
      upstream.use('getStatus', behaviour);
      const answer = await guest().status();
      seen.push(answer.text, ...answer.rawHeaders);
    }
    expect(seen.join() + JSON.stringify(reports)).not.toContain(KEY);
  });
});
