import { OPERATIONS } from '@genvoris/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMock, type Mock } from './mock.ts';

let mock: Mock;

beforeAll(async () => {
  mock = await createMock();
});

afterAll(() => mock.close());

async function get(target: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${mock.url}${target}`, { redirect: 'manual', signal: AbortSignal.timeout(5000), ...init });
}

async function json(target: string, init: RequestInit = {}): Promise<unknown> {
  return (await get(target, init)).json();
}

const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });

function track(body: string, headers: Record<string, string> = {}): Promise<Response> {
  return get('/api/tryon/track', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'x-internal-secret': 's', ...headers },
    body,
  });
}

const report = { product_type: 'apparel', variation_count: 1, generation_time_ms: 950, success: true };

describe('the scenario', () => {
  it('is chosen by a key in the query, as a bearer token or in a JSON body', async () => {
    expect(await json('/status?api_key=gvk_test_EXHAUSTED')).toMatchObject({ access: 'EXHAUSTED' });
    const plans = await get('/api/v1/plans', bearer('gvk_test_account_inactive'));
    expect(plans.status).toBe(403);
    const tracked = await track(JSON.stringify({ api_key: 'gvk_test_end_customer_quota.paused' }));
    expect(tracked.status).toBe(402);
    expect(await tracked.json()).toMatchObject({ error: 'end_customer_quota', reason: 'paused' });
  });

  it('is chosen by the one-time code where a shop connects', async () => {
    const { method, path } = OPERATIONS.exchangeConnectCode;
    const body = JSON.stringify({ code: 'gvk_test_connected_without_external_id' });
    const answer = await get(path, { method, headers: { 'Content-Type': 'application/json' }, body });
    expect(answer.headers.get('genvoris-mock')).toBe('exchangeConnectCode 200 connected_without_external_id');
  });

  it('is chosen by a path prefix, for consumers that are configured by a base URL', async () => {
    expect(await (await fetch(`${mock.scenarioUrl('LOCKED')}/storefront/status`)).json()).toMatchObject({
      access: 'LOCKED',
    });
  });

  it('is chosen by Prefer, under whatever status the example stands', async () => {
    const prefer = (value: string) => get('/status?api_key=k', { headers: { prefer: value } });
    expect((await prefer('example=rate_limited')).status).toBe(429);
    expect((await prefer('code=402')).status).toBe(402);
    expect(await (await prefer('code=200, example=LOCKED')).json()).toMatchObject({ access: 'LOCKED' });
  });

  it('is made up from the schema where Prefer asks for that', async () => {
    const answer = await get('/status?api_key=k', { headers: { prefer: 'code=429, dynamic=true' } });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('60');
    expect(await answer.json()).toMatchObject({ code: expect.any(String) });
  });

  it('is served whatever else the request looks like', async () => {
    const answer = await track('{"api_key": "gvk_test_token_store_mismatch"}', { 'x-internal-secret': '' });
    expect(answer.status).toBe(403);
    const headers = { authorization: 'Bearer gvk_test_LOCKED', accept: 'image/png' };
    expect((await get('/status', { headers })).status).toBe(200);
  });

  it('leaves an operation that has no such example on its default', async () => {
    const answer = await get('/.well-known/jwks.json', bearer('gvk_test_EXHAUSTED'));
    expect(answer.headers.get('genvoris-mock')).toBe('getJwks 200 one_key');
  });

  it('that nobody knows is answered with the known ones, closest first', async () => {
    const answer = await get('/status?api_key=gvk_test_EXHUASTED');
    expect(answer.status).toBe(404);
    const body = (await answer.json()) as { message: string; closest: string[]; known: string[] };
    expect(body.message).toBe('The mock knows no scenario "EXHUASTED". Did you mean EXHAUSTED?');
    expect(body.known).toContain('end_customer_quota.paused');
    expect(body.known).toContain('fault_truncated');
  });

  it('that Prefer names in vain is refused rather than replaced by another answer', async () => {
    const answer = await get('/status?api_key=k', { headers: { prefer: 'code=402, example=granted' } });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ closest: expect.arrayContaining(['402 quota_exhausted']) });
  });
});

describe('the default answer', () => {
  it('is the first example of the lowest success, for any key that is not a test key', async () => {
    expect(await json('/status?api_key=gvk_live_x')).toMatchObject({ access: 'ALLOWED' });
    expect((await get('/status', bearer('whatever'))).status).toBe(200);
  });

  it('turns into the documented refusal where a credential is missing', async () => {
    expect((await get('/status')).status).toBe(401);
    const body = JSON.stringify({ api_key: 'gvk_live_x', ...report });
    const tracked = await track(body, { 'x-internal-secret': '' });
    expect(await tracked.json()).toMatchObject({ error: 'unauthorized' });
    expect(await json('/storefront/session', { method: 'POST' })).toMatchObject({ code: 'cross_origin' });
  });

  it('turns into the documented 400 where the body breaks its schema, and says why in a header', async () => {
    const answer = await track(JSON.stringify({ api_key: 'gvk_live_x' }));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'invalid_body' });
    expect(answer.headers.get('genvoris-mock-because')).toContain('body/product_type: is required');
    expect((await track(JSON.stringify({ api_key: 'gvk_live_x', ...report }))).status).toBe(200);
  });

  it('names the fields of the request, or says what is wrong where it is none', async () => {
    const { headers } = bearer('gvk_live_x');
    const send = (body: string) =>
      json('/api/v1/plans', {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body,
      });
    const field = '/monthlyTryOns';
    expect(await send('{"name":"Style club","monthlyTryOns":0}')).toMatchObject({
      error: 'invalid_body',
      detail: field,
      fieldErrors: { [field]: [expect.any(String)] },
    });
    const broken = await send('{');
    expect(broken).toMatchObject({ detail: expect.stringContaining('not JSON') });
    expect(broken).not.toHaveProperty('fieldErrors');
    expect(await json('/api/v1/plans?limit=0', { headers })).toMatchObject({ detail: '/limit' });
  });

  it('answers what fits the request: its filters, its form, its count', async () => {
    const { headers } = bearer('gvk_live_x');
    const post = (path: string, body: unknown) =>
      json(path, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const list = (path: string) => json(`/api/v1/${path}`, { headers });
    const nobody = { data: [], next_cursor: null };
    expect(await list('customers?externalId=nope')).toEqual(nobody);
    expect(await list('customers?status=PAUSED')).toEqual(nobody);
    expect(await list('customers?externalId=wp_42')).toMatchObject({
      data: [{ externalId: 'wp_42' }],
      next_cursor: null,
    });
    expect(await list('customers?limit=1')).toMatchObject({ data: [{ externalId: 'wp_42' }] });
    expect(await list('webhooks/we_01JD8Z6T5V9M4K2Q7R3S8X1Y0D/deliveries?status=dead')).toMatchObject({
      data: [{ status: 'dead' }],
    });

    const url = 'https://shop.example/genvoris/webhook';
    expect(await post('/api/v1/webhooks', { url, secret: 'a-secret-of-the-shop' })).not.toHaveProperty(
      'secret',
    );
    expect(await post('/api/v1/webhooks', { url })).toHaveProperty('secret');

    const event = { sessionId: 'session_12345678', eventType: 'CLOSED' };
    expect(await post('/api/v1/events', event)).toEqual({ accepted: 1 });
    const events = [event, event, event];
    expect(await post('/api/v1/events', { events })).toEqual({ accepted: 3 });
    // A scenario that was asked for is answered as it stands.
    expect(await post('/scenario/batch/api/v1/events', event)).toEqual({ accepted: 2 });
  });

  it('refuses a text that no storage keeps, and nesting without end', async () => {
    const { headers } = bearer('gvk_live_x');
    const send = (body: string) =>
      json('/api/v1/customers', {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body,
      });
    for (const text of ['a\\u0000b', '\\ud83e'])
      expect(await send(`{"externalId":"wp_42","metadata":{"note":"${text}"}}`)).toMatchObject({
        error: 'invalid_body',
        detail: '/metadata/note',
      });
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(await send(`{"externalId":"wp_42","metadata":${deep}}`)).toMatchObject({ error: 'invalid_body' });
  });

  it('takes no query parameter of the portal that is not documented, or comes twice', async () => {
    const { headers } = bearer('gvk_live_x');
    for (const [query, detail] of [
      ['external_id=wp_42', '/external_id'],
      ['limit=1&limit=2', '/limit'],
    ])
      expect(await json(`/api/v1/customers?${query}`, { headers })).toMatchObject({
        error: 'invalid_body',
        detail,
      });
    expect((await get('/status?api_key=k&other=1')).status).toBe(200);
  });

  it('takes the key in its header, and tells none from one', async () => {
    const headers = { 'X-API-Key': 'gvk_live_x' };
    expect((await get('/api/v1/plans', { headers })).status).toBe(200);
    expect(await json('/api/v1/plans')).toMatchObject({ error: 'unauthorized' });
    const basic = { authorization: 'Basic YTpi' };
    expect(await json('/api/v1/plans', { headers: basic })).toMatchObject({ error: 'unauthorized' });
    const scenario = { 'X-API-Key': 'gvk_test_invalid_key' };
    expect(await json('/api/v1/plans', { headers: scenario })).toMatchObject({ error: 'invalid_key' });
  });

  it('turns into the documented 400 where the body is not JSON, and does not hang', async () => {
    for (const body of ['{bad', '\u0000', '']) expect((await track(body)).status).toBe(400);
  });

  it('turns into the documented 400 where the body has another media type', async () => {
    const answer = await track(JSON.stringify({ api_key: 'k', ...report }), { 'Content-Type': 'text/plain' });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('genvoris-mock-because')).toContain('application/json, not text/plain');
  });

  it('does not quote a key that stands in a body it cannot read', async () => {
    const answer = await track('gvk_live_secret');
    expect(answer.headers.get('genvoris-mock-because')).toMatch(/^The body is not JSON/);
    expect(JSON.stringify([...answer.headers]) + (await answer.text())).not.toContain('gvk_live');
  });

  it('turns into the documented 400 where a parameter breaks its schema', async () => {
    const list = (limit: string) => get(`/api/v1/plans?limit=${limit}`, bearer('gvk_live_x'));
    expect((await list('201')).status).toBe(400);
    expect((await list('200')).status).toBe(200);
  });

  it('turns into the documented 413 where the body is over the limit', async () => {
    const answer = await get('/api/analyze', {
      method: 'POST',
      headers: { authorization: 'Bearer gvk_live_x', 'content-type': 'multipart/form-data; boundary=x' },
      body: new Uint8Array(10_551_297),
    });
    expect(answer.status).toBe(413);
  });

  it('reads a multipart form', async () => {
    const form = new FormData();
    form.set('photo', new Blob(['x']), 'p.jpg');
    form.set('variation_count', '2');
    const post = () =>
      get('/api/tryon', { method: 'POST', headers: { authorization: 'Bearer gvk_live_x' }, body: form });
    expect((await post()).status).toBe(400);
    form.set('product_image_url', 'https://shop.example/p.jpg');
    expect((await post()).status).toBe(200);
    form.set('variation_count', '5');
    expect((await post()).status).toBe(400);
  });

  it('of a list ends when its next page is asked for', async () => {
    const page = async (query: string) =>
      (await json(`/api/v1/plans${query}`, bearer('k'))) as { next_cursor: string | null };
    const { next_cursor: cursor } = await page('');
    expect(cursor).not.toBeNull();
    expect((await page(`?cursor=${cursor}`)).next_cursor).toBeNull();
  });
});

describe('the headers of an answer', () => {
  it('carry an X-Request-Id of their own', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => (await get('/status?api_key=k')).headers.get('x-request-id')),
    );
    expect(new Set(ids).size).toBe(20);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9._-]{8,128}$/);
  });

  it('have the Retry-After of their scenario, and only there', async () => {
    expect((await get('/status?api_key=gvk_test_rate_limited')).headers.get('retry-after')).toBe('60');
    expect((await get('/status?api_key=gvk_test_ALLOWED')).headers.get('retry-after')).toBeNull();
  });

  it('have the documented Cache-Control', async () => {
    expect((await get('/storefront/status')).headers.get('cache-control')).toBe('private, no-store');
  });

  it('let a page of another origin read the answer', async () => {
    const origin = 'https://shop.example';
    const answer = await get('/status?api_key=gvk_test_rate_limited', { headers: { origin } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('access-control-expose-headers')).toContain('Retry-After');
    const preflight = await get('/storefront/proxy/api/tryon', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-wp-nonce',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('x-wp-nonce');
  });

  it('do not, where that is switched off', async () => {
    await using closed = await createMock({ cors: false });
    const answer = await fetch(`${closed.url}/status?api_key=k`, {
      headers: { origin: 'https://shop.example' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a path', () => {
  it('that is not served is answered with the closest', async () => {
    const answer = await get('/statsu');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({
      code: 'path_not_allowed',
      message: 'The mock serves nothing at GET /statsu. Did you mean /status?',
      known: expect.arrayContaining(['POST /api/tryon/track']),
    });
  });

  it.each([
    '/api/v1/nothing',
    '/api/v1/customers/wp_42/nothing',
    '/oauth/wordpres',
    '/api/v1/webhook-endpoints',
  ])(
    'of the portal that is not served is answered as the portal would, and suggested once: %s',
    async (path) => {
      const body = (await json(path)) as Record<string, string[]>;
      expect(body).toMatchObject({ error: 'not_found', message: expect.any(String) });
      expect(body).not.toHaveProperty('code');
      expect(body.closest).toEqual([...new Set(body.closest)]);
    },
  );

  it('asked with another method is answered with the right ones', async () => {
    const answer = await get('/status', { method: 'DELETE' });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ message: expect.stringContaining('This path takes GET.') });
  });

  it('is compared as it was sent', async () => {
    expect((await get('/%73tatus?api_key=k')).status).toBe(404);
  });

  it('of a spec that is mounted keeps its own name beside the others', async () => {
    expect(await json('/storefront/status')).toMatchObject({ canTryOn: true });
    expect(await json('/status?api_key=k')).not.toHaveProperty('canTryOn');
  });

  it('of nothing describes the mock', async () => {
    const index = (await json('/')) as { operations: { operationId: string; url: string }[] };
    expect(index.operations.map(({ operationId }) => operationId)).toEqual(Object.keys(OPERATIONS));
    expect(index.operations.find(({ operationId }) => operationId === 'getStatus')?.url).toBe(
      `${mock.url}/status`,
    );
  });
});
