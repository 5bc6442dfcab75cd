import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import { runNode } from '@genvoris/testing/node-process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../src/foundation/log.ts';
import type { Database } from '../src/storage/database.ts';
import { openDatabase } from '../src/storage/open-database.ts';
import { startTestPortal } from './kit/test-portal.ts';

const folder = mkdtempSync(join(tmpdir(), 'portal-server-'));
const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
let database: Database;
beforeAll(async () => {
  database = await openDatabase({ kind: 'pglite', folder: join(folder, 'shared') });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const portal = (args: string[], env: Record<string, string> = {}) =>
  runNode([cli, ...args], {
    env: { PATH: process.env.PATH, GENVORIS_DATA: join(folder, 'cli'), LOG_LEVEL: 'warn', ...env },
  });

describe('the server', () => {
  test('answers what is under way before it closes, and takes nothing new', async () => {
    const running = await startTestPortal(database);
    const store = await running.store();
    const tracks = Array.from({ length: 20 }, () => store.track());
    await new Promise((resolve) => setTimeout(resolve, 15));
    const closing = running.close();
    for (const settled of await Promise.allSettled(tracks)) {
      if (settled.status === 'fulfilled') expect(settled.value.status).toBe(200);
    }
    await closing;
    await expect(store.track()).rejects.toThrow();
  });

  test('keeps no connection open while it closes', async () => {
    const running = await startTestPortal(database);
    const { port } = running.server;
    const store = await running.store();
    const agent = new Agent({ keepAlive: true });
    const body = JSON.stringify({ name: 'Style club', monthlyTryOns: 5 });
    const headers = {
      authorization: `Bearer ${store.key}`,
      'content-type': 'application/json',
      'content-length': body.length,
      // Answered as soon as the request has begun.
      expect: '100-continue',
    };
    const slow = request({ port, agent, method: 'POST', path: '/api/v1/plans', headers });
    slow.flushHeaders();
    await once(slow, 'continue');
    const closing = running.close();
    slow.end(body);
    const [response] = (await once(slow, 'response')) as [IncomingMessage];
    response.resume();
    expect([response.statusCode, response.headers.connection]).toEqual([201, 'close']);
    await closing;
    agent.destroy();
  });

  test('says whether it lives and whether it is ready', async () => {
    const running = await startTestPortal(database);
    expect((await fetch(`${running.server.url}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${running.server.url}/readyz`)).json()).toEqual({ status: 'ready' });
    await running.close();
  });

  test('logs no key, no token and no URL', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => void lines.push(line) });
    log.info(
      { api_key: 'gvk_live_x', request: { authorization: 'Bearer y', body: { token: 'z' } } },
      'served',
    );
    expect(lines.join('')).not.toMatch(/gvk_live_x|Bearer y|"z"/);
  });
});

describe('the portal command', () => {
  test.each([
    [],
    ['serve'],
    ['migrate'],
    ['seed'],
    ['merchant'],
    ['keys', 'rotate'],
    ['ledger', 'verify'],
    ['funnel', 'verify'],
  ])('has help for: %s %s', async (...args) => {
    const { code, said } = await portal([...args.filter((arg) => arg !== undefined), '--help']);
    expect([code, said]).toEqual([0, expect.stringContaining('Usage: portal')]);
  });

  test('migrates, seeds, rotates keys, and proves the ledger and the funnel', async () => {
    expect((await portal(['migrate'])).code).toBe(0);
    expect((await portal(['migrate'])).said).toContain('up to date');
    const seeded = await portal(['seed', '--key', 'gvk_test_of_this_test', '--history', '10']);
    expect(seeded).toMatchObject({ code: 0, said: expect.stringContaining('gvk_test_of_this_test') });
    const [, completed, failed, refused] =
      /(\d+) completed, (\d+) failed, (\d+) refused/.exec(seeded.said) ?? [];
    expect(Number(completed) + Number(failed) + Number(refused)).toBe(10);
    const again = await portal(['seed', '--key', 'gvk_test_of_this_test']);
    expect([again.code, again.said]).toEqual([1, expect.stringContaining('of another store already')]);
    expect((await portal(['seed', '--key', 'mine'])).said).toContain('--key must begin with gvk_test_');
    expect((await portal(['keys', 'rotate'])).said).toContain('New tokens are signed with k_');
    const verified = await portal(['ledger', 'verify']);
    expect(verified).toMatchObject({
      code: 0,
      said: expect.stringContaining(` ${completed} debited try-ons`),
    });
    expect(verified.said).toContain('The ledger holds.');
    expect(await portal(['funnel', 'verify'])).toMatchObject({
      code: 0,
      said: expect.stringContaining('The funnel holds.'),
    });
  }, 120_000);

  test('says which variable is wrong, and fails', async () => {
    const { code, said } = await portal(['migrate'], { PORT: 'x' });
    expect([code, said]).toEqual([1, expect.stringContaining('PORT must be')]);
  });

  test('says where to look when a port is taken, or a database is not there', async () => {
    const taken = await listenOnLoopback(createServer());
    const PORT = String(taken.port);
    const listening = await portal(['serve'], { PORT });
    expect([listening.code, listening.said]).toEqual([1, expect.stringContaining(`on PORT ${PORT} of HOST`)]);
    const DATABASE_URL = `postgres://portal:geheim-12345@127.0.0.1:${PORT}/portal`;
    await taken.close();
    const away = await portal(['serve'], { DATABASE_URL, GENVORIS_SECRET: 'x'.repeat(32) });
    expect([away.code, away.said]).toEqual([1, expect.stringContaining('DATABASE_URL')]);
    expect(away.said).not.toContain('geheim');
  });
});
