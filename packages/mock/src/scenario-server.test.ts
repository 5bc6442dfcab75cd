import { exchangeRaw, openRaw } from '@genvoris/testing/raw-wire';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ListenError } from './requests/listener.ts';
import { createScenarioServer, type ScenarioServer } from './scenario-server.ts';

let server: ScenarioServer;

beforeAll(async () => {
  server = await createScenarioServer();
});

afterEach(() => {
  server.reset();
});

afterAll(() => server.close());

function status(init: RequestInit = {}): Promise<Response> {
  return fetch(`${server.url}/status?api_key=gvk_live_x`, { signal: AbortSignal.timeout(5000), ...init });
}

describe('a behaviour', () => {
  it('wins over the key, for its operation alone', async () => {
    server.use('getStatus', 'EXHAUSTED');
    const answer = await fetch(`${server.url}/status?api_key=gvk_test_rate_limited`);
    expect(await answer.json()).toMatchObject({ access: 'EXHAUSTED' });
    const headers = { authorization: 'Bearer gvk_test_rate_limited' };
    expect((await fetch(`${server.url}/api/v1/plans`, { headers })).status).toBe(429);
  });

  it('may be a list, one for each request, of which the last stays', async () => {
    server.use('getStatus', ['internal_error', { fault: 'reset_before_headers' }, 'ALLOWED']);
    expect((await status()).status).toBe(500);
    await expect(status()).rejects.toThrow();
    expect((await status()).status).toBe(200);
    expect((await status()).status).toBe(200);
  });

  it('may be chosen by looking at the request', async () => {
    server.use('getStatus', (request) => (request.header('x-cell') === 'a' ? 'LOCKED' : undefined));
    expect(await (await status({ headers: { 'x-cell': 'a' } })).json()).toMatchObject({ access: 'LOCKED' });
    expect(await (await status()).json()).toMatchObject({ access: 'ALLOWED' });
  });

  it('may be an answer of your own, which goes out as it is', async () => {
    server.use('getStatus', { status: 200, body: { access: 'HIBERNATING' } });
    const answer = await status();
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.text()).toBe('{"access":"HIBERNATING"}');

    const headers = { 'content-type': 'text/x', 'x-canary': 'c' };
    server.use('getStatus', { status: 418, headers, body: 'teapot' });
    const teapot = await status();
    expect(teapot.status).toBe(418);
    expect(Object.fromEntries(teapot.headers)).toMatchObject(headers);
    expect(await teapot.text()).toBe('teapot');
  });

  it('may take its time', async () => {
    server.use('getStatus', { scenario: 'ALLOWED', delayMs: 120 });
    const started = performance.now();
    await status();
    expect(performance.now() - started).toBeGreaterThan(110);
  });

  it('may answer before the upload is through', async () => {
    server.use('generateTryon', { status: 429, early: true, body: { code: 'rate_limited' } });
    const half = 'POST /api/tryon HTTP/1.1\r\nHost: m\r\nContent-Length: 1000\r\n\r\nhalf';
    const { text } = await exchangeRaw(server.url, half, { until: () => true });
    expect(text).toContain('HTTP/1.1 429');
    expect(server.requests.at(-1)?.timeline.bodyEnd).toBeUndefined();
  });

  it('that its operation does not have is refused when it is set', () => {
    expect(() => server.use('getStatus', 'photo_rejected.too_small')).toThrow('getStatus has no scenario');
    expect(() => server.use('getStatus', ['ALLOWED', 'nonsense'])).toThrow('It has ALLOWED, LOCKED');
  });

  it('is forgotten by reset', async () => {
    server.use('getStatus', 'LOCKED').reset('getStatus');
    expect(await (await status()).json()).toMatchObject({ access: 'ALLOWED' });
  });

  it('that throws is answered as a fault of the mock', async () => {
    server.use('getStatus', () => {
      throw new Error('a bug in the test');
    });
    expect(await (await status()).json()).toMatchObject({
      code: 'mock_failed',
      message: expect.stringContaining('a bug in the test'),
    });
  });
});

describe('mutate', () => {
  it('plants canaries in every answer, and in what a fault breaks', async () => {
    server.mutate = (answer, request) => {
      answer.headers['Set-Cookie'] = ['upstream=1', 'canary=2'];
      answer.headers['X-Asked'] = request.method;
    };
    const answer = await status();
    expect(answer.headers.getSetCookie()).toEqual(['upstream=1', 'canary=2']);
    expect(answer.headers.get('x-asked')).toBe('GET');
    const html = await fetch(`${server.url}/status?api_key=gvk_test_fault_html_500`);
    expect(html.headers.getSetCookie()).toEqual(['upstream=1', 'canary=2']);
  });

  it('may replace the answer', async () => {
    server.mutate = () => ({ status: 200, headers: {}, body: Buffer.from('replaced') });
    expect(await (await status()).text()).toBe('replaced');
  });
});

describe('a recorded request', () => {
  it('is there as raw as it was sent', async () => {
    const socket = openRaw(
      server.url,
      'POST /api/%2e%2e/x?api_key=K&api_key=L HTTP/1.1\r\nHost: m\r\nX-Forwarded-For: 9.9.9.9\r\nx-FORWARDED-for: 8.8.8.8\r\nContent-Length: 3\r\n\r\n\u0000\u0001\u0002',
    );
    const request = await server.waitForRequest(({ state }) => state === 'answered');
    expect(request.target).toBe('/api/%2e%2e/x?api_key=K&api_key=L');
    expect(request.rawHeaders.join()).toBe(
      'Host,m,X-Forwarded-For,9.9.9.9,x-FORWARDED-for,8.8.8.8,Content-Length,3',
    );
    expect(request.headerValues('x-forwarded-for')).toEqual(['9.9.9.9', '8.8.8.8']);
    expect([...request.body]).toEqual([0, 1, 2]);
    expect(request).toMatchObject({ status: 404, operationId: undefined, httpVersion: '1.1' });
    socket.destroy();
  });

  it('fills up while the upload goes on', async () => {
    const socket = openRaw(
      server.url,
      'POST /api/tryon HTTP/1.1\r\nHost: m\r\nAuthorization: Bearer k\r\nContent-Length: 8\r\n\r\nhalf',
    );
    const request = await server.waitForRequest(({ bytesReceived }) => bytesReceived === 4);
    expect(request.state).toBe('receiving');
    expect(request.body.toString()).toBe('half');
    socket.write('more');
    await server.waitForRequest(({ state }) => state === 'answered');
    expect(request.body.toString()).toBe('halfmore');
    expect(request.timeline.bodyEnd).toBeGreaterThan(
      request.timeline.firstBodyByte ?? Number.POSITIVE_INFINITY,
    );
    socket.destroy();
  });

  it('says that the other side went away', async () => {
    server.use('getStatus', { scenario: 'ALLOWED', delayMs: 5000 });
    await expect(status({ signal: AbortSignal.timeout(50) })).rejects.toThrow();
    const request = await server.waitForRequest(({ aborted }) => aborted);
    expect(request.status).toBeUndefined();
  });

  it('knows its operation, its scenario and its status', async () => {
    await fetch(`${server.url}/status?api_key=gvk_test_rate_limited`);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      operationId: 'getStatus',
      scenario: 'rate_limited',
      status: 429,
    });
  });

  it('makes room for later ones within the limits', async () => {
    await using small = await createScenarioServer({ keepRequests: 3 });
    for (let i = 0; i < 5; i += 1) await fetch(`${small.url}/status?i=${i}`);
    expect(small.requests.map(({ target }) => target)).toEqual(['/status?i=2', '/status?i=3', '/status?i=4']);
    await using tiny = await createScenarioServer({ keepBytes: 10 });
    for (let i = 0; i < 3; i += 1) await fetch(`${tiny.url}/x`, { method: 'POST', body: '12345678' });
    expect(tiny.requests).toHaveLength(1);
  });

  it('that never comes is not waited for in vain', async () => {
    await expect(server.waitForRequest(() => false, { timeoutMs: 20 })).rejects.toThrow('within 20 ms');
  });
});

describe('the listener', () => {
  it('goes away and comes back on the same port', async () => {
    await using own = await createScenarioServer();
    const { url } = own;
    await own.stop();
    await expect(fetch(url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await own.start();
    expect((await fetch(`${url}/status?api_key=k`)).status).toBe(200);
  });

  it('counts connections', async () => {
    await using own = await createScenarioServer();
    const asking = 'GET /status HTTP/1.1\r\nHost: m\r\n\r\n';
    const one = openRaw(own.url, asking + asking);
    await own.waitForRequest(({ id, state }) => id === 2 && state === 'answered');
    const two = openRaw(own.url, asking);
    await own.waitForRequest(({ id, state }) => id === 3 && state === 'answered');
    expect(own.connections).toEqual({ accepted: 2, open: 2 });
    expect(own.requests.map(({ connection }) => connection)).toEqual([1, 1, 2]);
    one.destroy();
    two.destroy();
  });

  it('says which port is taken and what to do', async () => {
    const taken = createScenarioServer({ port: server.port });
    await expect(taken).rejects.toBeInstanceOf(ListenError);
    await expect(taken).rejects.toThrow(`Port ${server.port} is in use on 127.0.0.1. Choose another one`);
  });

  it('answers what is not HTTP with 400 and stays up', async () => {
    const { text } = await exchangeRaw(server.url, 'not http\r\n\r\n');
    expect(text).toContain('400 Bad Request');
    expect((await status()).status).toBe(200);
  });
});
