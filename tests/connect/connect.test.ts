import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGenvoris } from '@genvoris/node';
import { createVault, type ErrorReport, readConnection } from '@genvoris/storefront';
import { createNodeStorefront, createVaultFolder } from '@genvoris/storefront/node';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import { startNode } from '@genvoris/testing/node-process';
import { expect, onTestFinished, test } from 'vitest';
import { allowConnect } from './merchant.ts';

const PORTAL = fileURLToPath(import.meta.resolve('@genvoris/portal/cli'));
const secret = 'the secret of the host, 0123456789 0123';
const EMAIL = 'merchant@shop.example';

test('a shop connects with the portal, reaches it, and takes its events', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'genvoris-connect-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const env = { PATH: process.env.PATH, GENVORIS_DATA: join(folder, 'portal'), LOG_LEVEL: 'error' };
  const seed = startNode([PORTAL, 'seed', '--history', '0', '--email', EMAIL], { env });
  expect(await seed.ended, seed.said()).toBe(0);
  const [, password = ''] = /password (\S+)/.exec(seed.said()) ?? [];
  const portal = startNode([PORTAL, 'serve', '--port', '0', '--allow-private-receivers'], { env });
  onTestFinished(() => void portal.stop());
  const [, portalUrl = ''] = await portal.says(/Portal at (http:\/\/\S+?),/);

  const vaultFolder = join(folder, 'vault');
  const vault = () => createVault({ secret, storage: createVaultFolder(vaultFolder) });
  const reports: ErrorReport[] = [];
  const events: string[] = [];
  // Two processes of one shop: they have nothing but the folder in common.
  const server = http.createServer((request, response) => void shops[0]?.(request, response));
  const { url: shopOrigin, close } = await listenOnLoopback(server);
  onTestFinished(close);
  const openShop = () =>
    createNodeStorefront({
      shopOrigin,
      basePath: '/wp-json/genvoris/v1',
      platform: 'wordpress',
      vault: vault(),
      secret,
      portalUrl,
      backendUrl: portalUrl,
      guests: true,
      connect: { siteName: 'Example Shop' },
      identify: (request) =>
        request.header('cookie') ? { id: 1, managesStore: true, sessionId: 's', email: EMAIL } : null,
      onGenvorisEvent: { 'webhook.test': ({ id }) => void events.push(id) },
      onError: (report) => reports.push(report),
    });
  const shops = [openShop(), openShop()];
  onTestFinished(() => void Promise.all(shops.map((shop) => shop.close())));
  const second = await listenOnLoopback(http.createServer(shops[1]));
  onTestFinished(second.close);
  const call = async (base: string, path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${base}/wp-json/genvoris/v1${path}`, init);
    return { status: answer.status, body: (await answer.json()) as Record<string, string> };
  };
  expect(await call(second.url, '/status')).toMatchObject({ status: 401, body: { code: 'invalid_api_key' } });

  const cookie = 'admin=1';
  const { nonce = '', header = '' } = (await call(shopOrigin, '/nonce', { headers: { cookie } })).body;
  const headers = { cookie, origin: shopOrigin, [header]: nonce };
  const started = await call(shopOrigin, '/oauth/start', { method: 'POST', headers });
  expect(started.status).toBe(200);
  const back = await allowConnect(started.body.connectUrl ?? '', { email: EMAIL, password });
  expect(back.origin + back.pathname).toBe(`${shopOrigin}/wp-admin/admin.php`);
  const { code, state } = Object.fromEntries(back.searchParams);
  const finish = () =>
    call(shopOrigin, '/oauth/callback', { method: 'POST', headers, body: JSON.stringify({ code, state }) });
  expect(await finish()).toEqual({ status: 200, body: { connected: true } });
  expect(await finish()).toMatchObject({ status: 400 });

  // The process that took no part reads the key within seconds, without a restart.
  await expect.poll(() => call(second.url, '/status')).toMatchObject({ body: { access: 'ALLOWED' } });
  const { apiKey, webhookSecret } = await readConnection(vault());
  if (apiKey.kind !== 'secret' || webhookSecret.kind !== 'secret') throw new Error('nothing is kept');

  const { v1 } = createGenvoris({ apiKey: apiKey.secret, portalUrl });
  const { data: endpoints } = await v1.GET('/api/v1/webhooks');
  const endpoint = endpoints?.data.find(({ url }) => url === `${shopOrigin}/wp-json/genvoris/v1/webhook`);
  await v1.POST('/api/v1/webhooks/{id}/test', { params: { path: { id: endpoint?.id ?? '' } } });
  await expect.poll(() => events).toHaveLength(1);

  const kept = await Promise.all(
    (await readdir(vaultFolder)).map((name) => readFile(join(vaultFolder, name), 'utf8')),
  );
  for (const text of [...kept, JSON.stringify(reports), portal.said()])
    for (const one of [apiKey.secret, webhookSecret.secret, secret]) expect(text).not.toContain(one);
});
