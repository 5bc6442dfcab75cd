import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createGenvorisWith } from '../src/client.ts';
import { errorOf, openClient, WAYS } from './clients.ts';
import { answering, handling, json } from './loopback.ts';

const ALLOWED = { access: 'ALLOWED' };

describe.each(WAYS)('a call on %s', (_, options) => {
  it('ends when its caller aborts, without another attempt, and takes the request down', async () => {
    let attempts = 0;
    let closed = false;
    const url = await handling((message) => {
      attempts++;
      message.on('close', () => {
        closed = true;
      });
    });
    const controller = new AbortController();
    const call = errorOf(openClient(url, options).status.get({ signal: controller.signal }));
    await expect.poll(() => attempts).toBe(1);
    const reason = new Error('shopper left');
    controller.abort(reason);
    expect(await call).toMatchObject({ name: 'GenvorisAbortError', code: 'aborted', cause: reason });
    await expect.poll(() => closed).toBe(true);
    await sleep(30);
    expect(attempts).toBe(1);
  });

  it('ends when its caller aborts while it waits to try again', async () => {
    const { url, received } = await answering(json(503, {}));
    const controller = new AbortController();
    const genvoris = createGenvorisWith(
      { apiKey: 'gvk_test_k', backendUrl: url, ...options },
      { now: Date.now, random: () => 0, sleep: async () => controller.abort() },
    );
    expect((await errorOf(genvoris.status.get({ signal: controller.signal }))).code).toBe('aborted');
    expect(received).toHaveLength(1);
    await genvoris.close();
  });

  it('ends before it starts where the signal has aborted', async () => {
    const { url, received } = await answering(json(200, ALLOWED));
    expect((await errorOf(openClient(url, options).status.get({ signal: AbortSignal.abort() }))).code).toBe(
      'aborted',
    );
    expect(received).toEqual([]);
  });

  it('bounds an answer by what the contract says it can be', async () => {
    const { url } = await answering(json(200, { access: 'ALLOWED', more: 'x'.repeat(70_000) }));
    expect(await errorOf(openClient(url, options).status.get())).toMatchObject({ code: 'too_large' });
  });
});
