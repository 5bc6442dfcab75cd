import http2 from 'node:http2';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFastifyStorefront } from '../src/hosts/fastify.ts';
import { createNodeStorefront } from '../src/hosts/node.ts';
import { createStorefront, type ErrorReport } from '../src/index.ts';
import { Browser, FORM_TYPE, form, SHOP } from './browser.ts';
import { HOSTS, identify } from './hosts.ts';
import { useUpstream } from './upstream.ts';

const upstream = useUpstream();
const PHOTO = Buffer.alloc(90_000, 7);
const JSON_TYPE = { 'Content-Type': 'application/json' };

const sentOf = (operationId: string) =>
  upstream.server.requests.findLast((request) => request.operationId === operationId);

function options(reports: ErrorReport[] = []) {
  return {
    ...upstream.options,
    guests: true,
    identify,
    onError: (report: ErrorReport) => void reports.push(report),
  };
}

describe('HTTP/2, whose bodies need no length', () => {
  async function startNode() {
    const storefront = createNodeStorefront({ ...options(), basePath: '/api' });
    const server = http2.createServer(storefront as never);
    const { promise, resolve } = Promise.withResolvers<void>();
    server.listen(0, '127.0.0.1', resolve);
    await promise;
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  }

  async function startFastify() {
    const app = Fastify({ http2: true });
    onTestFinished(() => app.close());
    app.register(createFastifyStorefront(options() as never), { prefix: '/api' });
    return app.listen({ host: '127.0.0.1', port: 0 });
  }

  test.each([
    ['Node', startNode],
    ['Fastify', startFastify],
  ])('on %s', async (_, start) => {
    const client = http2.connect(await start());
    onTestFinished(() => client.destroy());
    const send = async (method: string, path: string, headers = {}, body?: Uint8Array | string) => {
      const head = {
        ':method': method,
        ':path': `/api${path}`,
        cookie: 'shopper=7',
        origin: SHOP,
        ...headers,
      };
      const stream = client.request(head, { endStream: body === undefined });
      const answer = Promise.withResolvers<number>();
      stream.on('response', (answered) => answer.resolve(Number(answered[':status'])));
      if (body !== undefined) stream.end(body);
      let text = '';
      for await (const chunk of stream) text += chunk;
      return { status: await answer.promise, json: text === '' ? undefined : JSON.parse(text) };
    };
    const { nonce } = (await send('GET', '/nonce')).json;
    const own = { 'x-wp-nonce': nonce };
    const session = (headers: object, body?: string) =>
      send('POST', '/session', { ...own, ...headers }, body);
    expect((await session(JSON_TYPE, '{"nonsense":1}')).status).toBe(400);
    expect((await session({}, '{"nonsense":1}')).status).toBe(400);
    expect((await session({ ...JSON_TYPE, 'content-length': '14' }, '{"nonsense":1}')).status).toBe(400);
    expect((await session(JSON_TYPE, '{"productId":"a-1"}')).status).toBe(200);
    expect(sentOf('createSession')?.json()).toEqual({ productId: 'a-1' });
    for (const body of [undefined, '']) expect((await session({}, body)).status).toBe(200);
    const headers = { ...own, 'content-type': FORM_TYPE };
    expect((await send('POST', '/proxy/api/analyze', headers, form(PHOTO))).status).toBe(200);
    expect(sentOf('analyzePhoto')?.body.equals(form(PHOTO))).toBe(true);
    expect((await send('HEAD', '/status')).status).toBe(404);
    expect((await send('GET', '/status')).json.access).toBe('ALLOWED');
  });
});

test.each(HOSTS)(
  'takes all of a body that came in pieces before it was asked for, on $name',
  async (host) => {
    const reports: ErrorReport[] = [];
    const late = async () => {
      await sleep(60);
      return { remainingPoints: 9, msBeforeNext: 1 };
    };
    const running = await host.start({
      ...options(reports),
      rateLimits: { proxyAnalyze: { limit: 9, windowSeconds: 9 } },
      rateLimiter: () => ({ consume: late }),
    } as never);
    onTestFinished(running.close);
    async function* pieces(whole: Buffer) {
      for (const at of [0, 1, 2, 3]) {
        yield whole.subarray((whole.length * at) / 4, (whole.length * (at + 1)) / 4);
        await sleep(5);
      }
    }
    const browser = new Browser(running.url, '7');
    for (const length of [true, false]) {
      const body = Buffer.from('{"productId":"dress-42"}');
      const headers = { ...JSON_TYPE, ...(length && { 'Content-Length': String(body.length) }) };
      expect((await browser.post('/session', { headers, body: pieces(body) })).status).toBe(200);
      expect(sentOf('createSession')?.json()).toEqual({ productId: 'dress-42' });
      const upload = {
        'Content-Type': FORM_TYPE,
        ...(length && { 'Content-Length': String(form(PHOTO).length) }),
      };
      const answer = await browser.post('/proxy/api/analyze', { headers: upload, body: pieces(form(PHOTO)) });
      expect(answer.status).toBe(200);
      expect(sentOf('analyzePhoto')?.body.equals(form(PHOTO))).toBe(true);
    }
    expect(reports).toEqual([]);
  },
);

test('a Request that was read before is named', async () => {
  const reports: ErrorReport[] = [];
  const storefront = createStorefront({ ...options(reports), identify: () => ({ id: 7 }) });
  const issued = await storefront.fetch(new Request(`${SHOP}/nonce`));
  const { nonce } = (await issued.json()) as { nonce: string };
  const request = new Request(`${SHOP}/session`, {
    method: 'POST',
    headers: { origin: SHOP, 'x-wp-nonce': nonce, ...JSON_TYPE },
    body: '{}',
  });
  await request.text();
  expect((await storefront.fetch(request)).status).toBe(500);
  expect(reports[0]?.message).toContain('was read before');
});
