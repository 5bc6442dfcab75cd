import type { Socket } from 'node:net';
import { openRaw } from '@genvoris/testing/raw-wire';
import { expect, test } from 'vitest';
import { Browser, FORM_TYPE } from './browser.ts';
import { HOSTS, type Host } from './hosts.ts';
import { useUpstream } from './upstream.ts';

// As many as the connections that a storefront has to one upstream.
const MANY = 128;
const upstream = useUpstream();

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
