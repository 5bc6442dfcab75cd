import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createMock, type Mock } from '@genvoris/mock';
import { runNode, startNode } from '@genvoris/testing/node-process';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { signWebhook } from '../src/webhooks.ts';
import { FIRST, SECOND } from './vectors.ts';

const read = (path: string) => readFile(new URL(`../${path}`, import.meta.url), 'utf8');
const EXAMPLES = ['clients', 'errors', 'webhook', 'orders', 'shopify', 'compat', 'transport'] as const;
const fileOf = (name: (typeof EXAMPLES)[number]) =>
  fileURLToPath(new URL(`../examples/${name}.ts`, import.meta.url));

it('shows the examples as they are', async () => {
  const blocks = [...(await read('README.md')).matchAll(/<!-- (\S+) -->\n```ts\n([\s\S]*?)```/g)];
  expect(blocks.map(([, path]) => path)).toEqual(EXAMPLES.map((name) => `examples/${name}.ts`));
  for (const [, path = '', code] of blocks) expect(code, path).toBe(await read(path));
});

describe('the example', () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await createMock();
    await mock.warmUp();
  });
  afterAll(() => mock.close());

  const run = async (name: (typeof EXAMPLES)[number], scenario: string) => {
    const { stdout } = await runNode([fileOf(name)], {
      env: {
        ...process.env,
        GENVORIS_API_KEY: `gvk_test_${scenario}`,
        GENVORIS_PORTAL_URL: mock.url,
        GENVORIS_BACKEND_URL: mock.url,
      },
    });
    return stdout;
  };

  const startReceiver = (secrets: string) => startExample('webhook', { GENVORIS_WEBHOOK_SECRETS: secrets });
  const startExample = async (name: (typeof EXAMPLES)[number], settings: Record<string, string>) => {
    const receiver = startNode([fileOf(name)], { env: { ...process.env, ...settings, PORT: '0' } });
    onTestFinished(() => void receiver.stop());
    const [, port] = await receiver.says(/port: (\d+)/);
    return { receiver, url: `http://127.0.0.1:${port}` };
  };

  it('of the clients reads the status and mints a session', async () => {
    expect(await run('clients', 'EXHAUSTED')).toBe('try-on is EXHAUSTED\na Bearer token for 900 s\n');
  });

  it('of the errors tells them by code', async () => {
    expect(await run('errors', 'end_customer_quota.paused')).toBe("the shopper's allowance: paused\n");
    expect(await run('errors', 'rate_limited')).toBe('come back in 60 s\n');
    expect(await run('errors', 'fault_not_json')).toBe(
      'The answer to generateTryon breaks its contract: the body is not JSON \n',
    );
    expect(await run('errors', 'invalid_api_key')).toMatch(/^invalid_api_key 401 req_/);
  });

  it('of the older client mints a session and reports an order', async () => {
    expect(await run('compat', 'ALLOWED')).toBe('a Bearer token for 900 s\na try-on came first: true\n');
  });

  it('of the orders tells one and takes it back', async () => {
    expect(await run('orders', 'ALLOWED')).toBe('a try-on came first: true\n');
    const called = mock.requests.map(({ operationId }) => operationId);
    expect(called.slice(-2)).toEqual(['createConversion', 'createReturn']);
  });

  it('of the transport gives the answer or the failure', async () => {
    expect(await run('transport', 'ALLOWED')).toMatch(/^200 application\/json\S* true/);
    expect(await run('transport', 'fault_truncated')).toBe(`truncated ${mock.url}/status\n`);
  });

  it('of the webhook takes genuine events, once, and no others', async () => {
    const { receiver, url } = await startReceiver(`${SECOND.secret} ${FIRST.secret}\n`);
    const body = JSON.stringify({
      id: 'evt_1',
      type: 'end_customer.quota_exhausted',
      created: 1_795_168_800,
      data: { external_id: 'wp_42' },
    });
    const message = { id: 'evt_1', type: 'end_customer.quota_exhausted', delivery: 'whd_1' };
    const deliver = async (sent: string) => {
      const headers = { ...signWebhook(body, message, FIRST.secret) };
      return (await fetch(url, { method: 'POST', headers, body: sent })).status;
    };
    expect([await deliver(body), await deliver(body), await deliver(`${body} `)]).toEqual([204, 204, 400]);
    await receiver.says(/wp_42 is out\n/);
    expect(receiver.said().match(/wp_42/g)).toHaveLength(1);
    await receiver.says(/signature_mismatch/);
  });

  it('of Shopify reports what is genuine, and answers 500 where the portal does not take it', async () => {
    const body = JSON.stringify({ id: 1, total_price: '129.00', line_items: [], note_attributes: [] });
    const deliver = async (scenario: string, key = 'shpss_1') => {
      const { url } = await startExample('shopify', {
        SHOPIFY_CLIENT_SECRET: 'shpss_1',
        GENVORIS_API_KEY: `gvk_test_${scenario}`,
        GENVORIS_PORTAL_URL: mock.url,
      });
      const signature = createHmac('sha256', key).update(body).digest('base64');
      const headers = { 'x-shopify-topic': 'orders/paid', 'x-shopify-hmac-sha256': signature };
      return (await fetch(url, { method: 'POST', headers, body })).status;
    };
    expect(await deliver('ALLOWED')).toBe(200);
    expect(await deliver('ALLOWED', 'shpss_2')).toBe(400);
    expect(await deliver('invalid_key')).toBe(500);
  });

  it('of the webhook says why it answers 500 where its secret is not set', async () => {
    const { receiver, url } = await startReceiver('');
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(500);
    await receiver.says(/secret: there is none/);
  });
});
