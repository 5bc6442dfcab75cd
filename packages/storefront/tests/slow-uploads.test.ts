import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { openRaw } from '@genvoris/testing/raw-wire';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ErrorReport } from '../src/index.ts';
import { Browser, FORM_TYPE, form } from './browser.ts';
import { HOSTS, type Host } from './hosts.ts';
import { useUpstream } from './upstream.ts';

// As many as the connections that a storefront has to one upstream.
const MANY = 128;
const upstream = useUpstream();

// Node's stream and a Web stream are what differs.
describe.each(HOSTS.filter(({ name }) => /^(Node|fetch)$/.test(name)))(
  'a slow shopper on $name',
  ({ start }) => {
    async function open(limits: { proxyTimeoutMs?: number; uploadGraceMs?: number }) {
      const reports: ErrorReport[] = [];
      const host = await start({
        ...upstream.options,
        guests: true,
        timeoutMs: 600,
        ...limits,
        onError: (report) => reports.push(report),
      });
      onTestFinished(host.close);
      return { browser: new Browser(host.url, 'ada'), reports };
    }

    async function* slowly(whole: Buffer, pieces: number, everyMs: number) {
      for (let n = 0; n < pieces; n += 1) {
        await sleep(everyMs);
        yield whole.subarray((whole.length * n) / pieces, (whole.length * (n + 1)) / pieces);
      }
    }

    test('is waited for longer than the upstream is', async () => {
      const { browser, reports } = await open({ proxyTimeoutMs: 600 });
      const headers = { 'Content-Type': FORM_TYPE };
      const body = slowly(form(Buffer.alloc(400)), 6, 150);
      expect((await browser.post('/proxy/api/tryon', { headers, body })).status).toBe(200);
      expect((await browser.post('/session', { body: slowly(Buffer.from('{}'), 2, 400) })).status).toBe(200);
      expect(reports).toEqual([]);
    });

    test('who never ends is told so, and it is nobody else’s fault', async () => {
      const { browser, reports } = await open({ proxyTimeoutMs: 60_000, uploadGraceMs: 300 });
      const headers = { 'Content-Type': FORM_TYPE };
      const late = {
        status: 400,
        json: { code: 'invalid_request' },
        text: expect.stringContaining('in time'),
      };
      for (const path of ['/proxy/api/analyze', '/proxy/api/tryon', '/session']) {
        const body = slowly(form(Buffer.alloc(400)), 99, 70);
        expect(await browser.post(path, { headers, body })).toMatchObject(late);
      }
      expect(reports).toMatchObject(Array(3).fill({ kind: 'upload_too_slow', code: 'invalid_request' }));
    });

    test('with an upstream that is silent is not blamed for it', async () => {
      upstream.server.use('analyzePhoto', { fault: 'stall_before_headers' });
      const { browser, reports } = await open({ proxyTimeoutMs: 100 });
      const headers = { 'Content-Type': FORM_TYPE };
      const body = slowly(form(Buffer.alloc(400)), 4, 70);
      expect((await browser.post('/proxy/api/analyze', { headers, body })).status).toBe(502);
      expect(reports).toMatchObject([{ kind: 'upstream_failed' }]);
    });
  },
);

test('uploads that never end leave the status and the sign-in of others alone', async () => {
  const { start } = HOSTS.find(({ name }) => name === 'Node') as Host;
  const host = await start({
    ...upstream.options,
    guests: true,
    timeoutMs: 5_000,
    proxyTimeoutMs: 60_000,
    rateLimits: { proxyAnalyze: false },
  });
  const sockets: Socket[] = [];
  try {
    const { pathname } = new URL(host.url);
    const own = Object.entries(await new Browser(host.url).ownHeaders()).map(
      ([name, value]) => `${name}: ${value}`,
    );
    const head = [
      `POST ${pathname}/proxy/api/analyze HTTP/1.1`,
      'Host: a',
      ...own,
      `Content-Type: ${FORM_TYPE}`,
    ];
    for (let n = 0; n < MANY; n += 1) {
      sockets.push(openRaw(host.url, `${head.join('\r\n')}\r\nContent-Length: 9999\r\n\r\n--`));
    }
    await expect.poll(() => upstream.server.requests.length, { timeout: 20_000 }).toBe(MANY);
    expect((await new Browser(host.url).status()).status).toBe(200);
    expect((await new Browser(host.url, 'ada').post('/session')).status).toBe(200);
  } finally {
    for (const socket of sockets) socket.destroy();
    await host.close();
  }
}, 60_000);
