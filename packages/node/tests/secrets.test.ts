import { holdClosedPort, UNRESOLVABLE_URL } from '@genvoris/mock';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isGenvorisError } from '../src/errors.ts';
import { errorOf, everythingIn, FORM, openClient, TRYON } from './clients.ts';
import { answering, json, speaking } from './loopback.ts';

const TOKEN = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJjYW5hcnkifQ.canary';

/** Makes a call of every kind, and expects errors of ours without a secret. */
async function expectNoSecretFrom(url: string): Promise<void> {
  const genvoris = openClient(url, { timeoutMs: 1_500, maxRetries: 0 });
  const calls = await Promise.allSettled([
    genvoris.status.get(),
    genvoris.v1.GET('/api/v1/plans'),
    genvoris.v1.POST('/api/v1/plans', { body: { name: 'x', monthlyTryOns: 1 } }),
    genvoris.track.report({ ...TRYON, end_customer_token: TOKEN }),
    genvoris.tryon.generate(FORM, { sessionToken: TOKEN }),
  ]);
  const errors = calls.flatMap((call) => (call.status === 'rejected' ? [call.reason as unknown] : []));
  expect(errors.length).toBeGreaterThanOrEqual(4);
  for (const error of errors) {
    expect(isGenvorisError(error)).toBe(true);
    expect(everythingIn(error)).not.toMatch(/canary|eyJ/);
  }
}

/** An error body with a text wherever there is room for one. */
const full = (text: string) => ({
  error: text,
  code: text,
  message: text,
  detail: text,
  reason: text,
  fieldErrors: { [text]: [text] },
});

describe('no secret is in any error', () => {
  it('whatever goes wrong below HTTP', async () => {
    const closed = await holdClosedPort();
    onTestFinished(closed.release);
    const silent = await speaking(() => {});
    const garbage = await speaking((socket) => socket.end('gvk_live_canary\r\n'));
    const reset = await speaking((socket) => socket.resetAndDestroy());
    for (const url of [closed.url, UNRESOLVABLE_URL, silent.url, garbage.url, reset.url])
      await expectNoSecretFrom(url);
  });

  it('though the server echoes every header and body in every field', async () => {
    const { url } = await answering((response, request) => {
      const echo = JSON.stringify(request.headers) + request.body.toString('latin1');
      const id = encodeURIComponent(echo).slice(0, 2000);
      json(400, full(echo), { 'x-request-id': id })(response, request);
    });
    await expectNoSecretFrom(url);
  });

  it.each(['gvk_live_canary', 'canary-internal-secret'])(
    'though %s is all that the answer says',
    async (echo) => {
      for (const [status, type] of [
        [400, 'application/json'],
        [200, 'application/json'],
        [200, `text/${echo}`],
      ] as const) {
        const headers = { 'content-type': type, 'x-request-id': echo };
        const { url } = await answering(json(status, full(echo), headers));
        await expectNoSecretFrom(url);
      }
    },
  );

  it('though a good status carries an echo that is not JSON, or of the wrong shape', async () => {
    for (const wrap of [
      (text: string) => text,
      (text: string) => JSON.stringify({ [text]: text, access: 'ALLOWED', quota: text }),
    ]) {
      const { url } = await answering((response, request) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(wrap(JSON.stringify(request.headers)));
      });
      await expectNoSecretFrom(url);
    }
  });

  it('though a custom fetch puts them there', async () => {
    const genvoris = openClient('http://127.0.0.1:1', {
      fetch: async (request) => {
        throw new Error(`could not send ${request.headers.get('authorization')}`, { cause: request });
      },
    });
    expect(everythingIn(await errorOf(genvoris.status.get()))).not.toContain('canary');
  });
});
