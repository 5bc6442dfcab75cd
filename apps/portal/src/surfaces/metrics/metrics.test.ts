import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestPortal, type TestPortal } from '../../../tests/kit/test-portal.ts';
import type { Database } from '../../storage/database.ts';
import { openDatabase } from '../../storage/open-database.ts';

const TOKEN = 'token-of-the-tests';
let database: Database;
let running: TestPortal;
beforeAll(async () => {
  database = await openDatabase({ kind: 'pglite', folder: 'memory://' });
  running = await startTestPortal(database, { metricsToken: TOKEN });
});
afterAll(async () => {
  await running.close();
  await database.close();
});

function metrics(headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${running.server.url}/metrics`, { headers });
}

test('are for holders of the token', async () => {
  expect((await metrics()).status).toBe(401);
  expect((await metrics({ authorization: 'Bearer wrong' })).status).toBe(401);
  const answer = await metrics({ authorization: `Bearer ${TOKEN}` });
  expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
});

test('count requests by route and status, without an id, a key or an address of anybody', async () => {
  const store = await running.store();
  const { id } = await store.shopper(5);
  await store.call('getCustomer', { params: { id } });
  await fetch(`${running.server.url}/status?api_key=${store.key}`);
  await fetch(`${running.server.url}/no/${id}`);
  await fetch(`${running.server.url}/dashboard/customers/${id}`, { redirect: 'manual' });
  const text = await (await metrics({ authorization: `Bearer ${TOKEN}` })).text();
  const count = (route: string, status: number) =>
    text.includes(`genvoris_http_request_duration_seconds_count{route="${route}",status="${status}"} 1\n`);
  expect(count('/api/v1/customers/:id', 200)).toBe(true);
  expect(count('/status', 200)).toBe(true);
  expect(count('unmatched', 404)).toBe(true);
  expect(count('/dashboard/*', 303)).toBe(true);
  for (const secret of [id, store.key, store.storeId]) expect(text).not.toContain(secret);
  expect(text).toMatch(/genvoris_waiting\{what="events"\} [1-9]/);
  expect(text).toMatch(/genvoris_waiting\{what="deliveries"\} 0/);
  expect(text).toContain('process_cpu_seconds_total');
});

test('are not there without a token in the configuration', async () => {
  const without = await startTestPortal(database);
  expect((await fetch(`${without.server.url}/metrics`)).status).toBe(404);
  await without.close();
});
