import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type CollectedSpan, type Collector, startCollector } from './kit/collector.ts';
import { type Env, type PortalProcess, runPortal, startPortalProcess } from './kit/portal-process.ts';
import { type Receiver, startReceiver } from './kit/receiver.ts';
import { REPORT, sendJson } from './kit/send-json.ts';
import { describeOnBoth, type StorageName, toEnvironment } from './kit/storages.ts';

// `portal serve` as a process that tells a real collector over HTTP, on both storages.

const KEY = 'gvk_test_of_the_traces_0123456789';
const SECRET = 'an internal secret of the traces';
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';
const COMMON = {
  GENVORIS_SECRET: 'a secret of the tests, at least 32 bytes long',
  GENVORIS_INTERNAL_SECRET: SECRET,
  LOG_LEVEL: 'info',
};

await describeOnBoth('traces', (locate, storage) =>
  tracing(async () => ({ ...COMMON, ...toEnvironment(await locate()) }), storage),
);

function tracing(place: () => Promise<Env>, storage: StorageName): void {
  // What no statement has a part in.
  const testOnce = test.skipIf(storage !== 'PGlite');
  let env: Env;
  let collector: Collector;
  let receiver: Receiver;
  let portal: PortalProcess | undefined;

  beforeAll(async () => {
    env = await place();
    receiver = await startReceiver();
    await runPortal(env, 'seed', '--key', KEY, '--history', '0');
  }, 60_000);
  afterEach(async () => {
    await portal?.stop();
    await collector?.close();
    receiver.received.length = 0;
    receiver.answer = () => ({ status: 200 });
  });
  afterAll(() => receiver?.close());

  async function start(more: Env = {}): Promise<PortalProcess> {
    collector = await startCollector();
    portal = await startPortalProcess(
      {
        ...env,
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
        OTEL_BSP_SCHEDULE_DELAY: '100',
        ...more,
      },
      { args: ['--allow-private-receivers'] },
    );
    return portal;
  }

  const call = (method: string, path: string, body?: unknown, headers: Env = {}) =>
    sendJson(`${portal?.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${KEY}`, ...headers },
      body,
    });
  const track = (more: object = {}, headers: Env = {}) =>
    call(
      'POST',
      '/api/tryon/track',
      { ...REPORT, api_key: KEY, ...more },
      { 'x-internal-secret': SECRET, ...headers },
    );
  /** Stops the portal, which sends what is left. */
  async function collected(): Promise<CollectedSpan[]> {
    expect(await portal?.stop()).toBe(0);
    return collector.spans();
  }
  const named = (spans: CollectedSpan[], name: string) => spans.filter((span) => span.name === name);
  /** Each request has a span of its own, linked with its batch and back, and each batch is one statement. */
  function batched(spans: CollectedSpan[], { one, by, of }: { one: string; by: string; of: string }) {
    const [ones, batches] = [named(spans, one), named(spans, `${one} batch`)];
    const idsOf = (some: CollectedSpan[]) => some.map(({ spanId }) => spanId);
    const parentsOf = (some: CollectedSpan[]) => some.map(({ parentSpanId }) => parentSpanId);
    expect(new Set(parentsOf(ones))).toEqual(new Set(idsOf(named(spans, of))));
    for (const { spanId, links } of ones) {
      const [batch] = batches.filter((each) => links.includes(each.spanId));
      expect(batch?.links).toContain(spanId);
    }
    expect(parentsOf(named(spans, by)).sort()).toEqual(idsOf(batches).sort());
    return { ones, batches };
  }

  test('a request is a server span named by its operation, in the trace it came with, its statements below', async () => {
    const { said } = await start();
    const traceparent = `00-${TRACE}-${PARENT}-01`;
    await call('GET', '/api/v1/plans', undefined, { traceparent, 'x-request-id': 'request-of-the-test' });
    const spans = await collected();
    const [request] = named(spans, 'listPlans');
    expect(request).toMatchObject({ traceId: TRACE, parentSpanId: PARENT, kind: 2, failed: false });
    expect(request?.attributes).toMatchObject({
      'http.request.method': 'GET',
      'http.route': '/api/v1/plans',
      'http.response.status_code': 200,
      'url.scheme': 'http',
    });
    const [statement] = named(spans, 'SELECT plans');
    expect(statement).toMatchObject({ traceId: TRACE, parentSpanId: request?.spanId, kind: 3 });
    expect(statement?.attributes['db.system.name']).toBe('postgresql');
    const line = said()
      .split('\n')
      .find((each) => each.includes('request-of-the-test'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      requestId: 'request-of-the-test',
      trace_id: TRACE,
      span_id: request?.spanId,
    });
    expect(collector.resource()).toMatchObject({ 'service.name': 'genvoris-portal' });
  }, 30_000);

  test('debits at once are spans of their own traces, linked with the batches they went in', async () => {
    await start();
    const answers = await Promise.all(Array.from({ length: 20 }, () => track()));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const spans = await collected();
    const { ones, batches } = batched(spans, { one: 'debit', by: 'debit_batch', of: 'trackTryon' });
    expect(new Set(ones.map(({ traceId }) => traceId)).size).toBe(20);
    for (const { attributes } of ones) expect(attributes['genvoris.debit.outcome']).toBe('debited');
    const sizes = batches.map(({ attributes }) => Number(attributes['genvoris.batch.size']));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(20);
  }, 30_000);

  test('what is counted against a limit has a span, linked with the batch whose statement counted it', async () => {
    await start();
    await Promise.all(Array.from({ length: 20 }, () => call('GET', '/api/v1/plans')));
    const spans = await collected();
    const { ones } = batched(spans, { one: 'count', by: 'use_limits', of: 'listPlans' });
    expect(ones).toHaveLength(20);
    for (const { attributes } of ones) expect(attributes['genvoris.limit.name']).toBe('listPlans');
  }, 30_000);

  test('a webhook is a trace of its own, with its statements and its request, which carries the traceparent', async () => {
    await start();
    const hook = await call('POST', '/api/v1/webhooks', { url: `${receiver.url}/hook` });
    await call('POST', `/api/v1/webhooks/${hook.body.id}/test`, {});
    const deliveries = `/api/v1/webhooks/${hook.body.id}/deliveries`;
    // With the endpoint goes what is not written down yet.
    const status = async () => (await call('GET', deliveries)).body.data[0].status;
    await expect.poll(status, { timeout: 10_000 }).toBe('delivered');
    await call('DELETE', `/api/v1/webhooks/${hook.body.id}`);
    const spans = await collected();
    const [delivery] = named(spans, 'deliver webhook');
    expect(delivery?.parentSpanId).toBeUndefined();
    expect(delivery?.attributes).toMatchObject({
      'genvoris.event.type': 'webhook.test',
      'genvoris.endpoint.id': hook.body.id,
    });
    const [post] = named(spans, 'POST').filter(({ parentSpanId }) => parentSpanId === delivery?.spanId);
    expect(post?.attributes).toMatchObject({
      'server.address': '127.0.0.1',
      'http.response.status_code': 200,
    });
    expect(receiver.received[0]?.headers.traceparent).toBe(`00-${post?.traceId}-${post?.spanId}-01`);
    // No request is the parent of what a worker does, not even the one that woke it.
    const names = new Set(named(spans, 'UPDATE webhook_deliveries').map(({ traceId }) => traceId));
    expect([...names]).toEqual([delivery?.traceId]);
  }, 30_000);

  testOnce(
    'a try-on has spans of the product, the engine and the debit; the model server gets the traceparent',
    async () => {
      const picture = await sharp({ create: { width: 480, height: 640, channels: 3, background: '#7a8' } })
        .png()
        .toBuffer();
      receiver.answer = () => ({ status: 200, body: picture, headers: { 'content-type': 'image/png' } });
      await start({
        GENVORIS_ENGINE_URL: `${receiver.url}/generate?key=T0kenOfTheModel`,
        GENVORIS_ENGINE_TOKEN: 'T0kenOfTheModel',
      });
      const form = new FormData();
      form.append('photo', new Blob([new Uint8Array(picture)]));
      form.append('product_image_url', `${receiver.url}/dress.png`);
      form.append('variation_count', '1');
      const answer = await fetch(`${portal?.url}/api/tryon`, {
        method: 'POST',
        headers: { authorization: `Bearer ${KEY}`, traceparent: `00-${TRACE}-${PARENT}-01` },
        body: form,
      });
      expect(answer.status).toBe(200);
      const spans = await collected();
      const [request] = named(spans, 'generateTryon');
      const below = spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId);
      expect(below.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['GET', 'generate http', 'debit']),
      );
      const [engine] = named(spans, 'generate http');
      expect(engine?.attributes).toMatchObject({
        'server.address': '127.0.0.1',
        'genvoris.engine.variations': 1,
      });
      const sent = receiver.received.find(({ path }) => path.startsWith('/generate'));
      expect(sent?.headers.traceparent).toBe(`00-${TRACE}-${engine?.spanId}-01`);
      expect(collector.raw()).not.toContain('T0kenOfTheModel');
    },
    30_000,
  );

  test('tells no key, token, photo, address or other word of a caller', async () => {
    const hidden = {
      word: 'Zebra7Quagga',
      email: 'jane.doe@shopper.example',
      secretPath: 'T0kenInAPath99',
    };
    await start();
    const { word, email, secretPath } = hidden;
    const plan = await call(
      'POST',
      '/api/v1/plans',
      { name: word, monthlyTryOns: 3 },
      { 'idempotency-key': word },
    );
    await call('POST', '/api/v1/customers', { externalId: `wp_${word}`, email, planId: plan.body.id });
    const session = await call('POST', `/api/v1/customers/wp_${word}/sessions`, {});
    await track({
      end_customer_token: session.body.token,
      product_title: word,
      page_url: `https://x.example/${word}`,
    });
    await track({ end_customer_token: `${session.body.token}x` });
    await track({ product_title: `${word}\u0000` });
    const asked = {
      'user-agent': `bot ${email}`,
      cookie: `a=${word}`,
      baggage: `b=${word}`,
      referer: `http://${word}/`,
      'x-forwarded-for': word,
    };
    await call('GET', `/api/v1/customers/${encodeURIComponent(email)}?cursor=${word}`, undefined, asked);
    await call('GET', `/status?api_key=${KEY}&product_id=${word}`);
    await call('GET', `/no/such/${KEY}/${word}`);
    await call('GET', `/dashboard/customers/${word}`);
    await call('PROPFIND', `/${word}`);
    await call('GET', '/api/v1/plans', undefined, {
      authorization: `Bearer gvk_test_${word}`,
      'x-request-id': KEY,
    });
    const login = { method: 'POST', headers: { origin: portal?.url ?? '' } };
    await fetch(`${portal?.url}/login`, { ...login, body: new URLSearchParams({ email, password: word }) });
    const hook = await call('POST', '/api/v1/webhooks', {
      url: `${receiver.url.replace('//', `//${secretPath}:${secretPath}@`)}/${secretPath}?k=${secretPath}`,
    });
    const plain = await call('POST', '/api/v1/webhooks', {
      url: `${receiver.url}/${secretPath}?k=${secretPath}`,
    });
    for (const { body } of [hook, plain]) await call('POST', `/api/v1/webhooks/${body?.id}/test`, {});
    await expect.poll(() => receiver.received.length).toBeGreaterThan(0);
    const form = new FormData();
    const photo = Buffer.from(`not a photo but ${word}`);
    form.append('photo', new Blob([photo]), `${word}.jpg`);
    form.append('product_image_url', `${receiver.url}/${secretPath}.jpg?k=${secretPath}`);
    form.append('product_title', word);
    await fetch(`${portal?.url}/api/tryon`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}`, 'x-end-customer-token': session.body.token },
      body: form,
    });
    const spans = await collected();
    for (const name of [
      'createPlan',
      'upsertCustomer',
      'createSession',
      'trackTryon',
      'getStatus',
      'generateTryon',
    ])
      expect(named(spans, name).length, name).toBeGreaterThan(0);
    expect(named(spans, 'GET /dashboard/customers/:id')).toHaveLength(1);
    expect(named(spans, '_OTHER')).toHaveLength(1);
    const raw = collector.raw();
    const secrets = [
      KEY,
      SECRET,
      word,
      email,
      'jane.doe',
      secretPath,
      session.body.token,
      hook.body?.secret,
      plain.body.secret,
    ];
    for (const secret of [...secrets, photo.toString('base64'), 'gvk_', 'whsec_'])
      if (secret !== undefined) expect(raw).not.toContain(secret);
  }, 60_000);

  testOnce(
    'a traceparent that is not sampled is not told, and the sampler can be set',
    async () => {
      await start();
      await call('GET', '/api/v1/plans', undefined, { traceparent: `00-${TRACE}-${PARENT}-00` });
      expect(named(await collected(), 'listPlans')).toEqual([]);
      await collector.close();
      await start({ OTEL_TRACES_SAMPLER: 'always_on' });
      await call('GET', '/api/v1/plans', undefined, { traceparent: `00-${TRACE}-${PARENT}-00` });
      expect(named(await collected(), 'listPlans')).toHaveLength(1);
      await collector.close();
      await start({ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0' });
      await call('GET', '/api/v1/plans');
      expect(await collected()).toEqual([]);
    },
    60_000,
  );
}
