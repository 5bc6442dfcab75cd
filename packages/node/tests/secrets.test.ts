import { holdClosedPort, UNRESOLVABLE_URL } from '@genvoris/mock';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isGenvorisError } from '../src/errors.ts';
import { errorOf, everythingIn, FORM, openClient, TRYON } from './clients.ts';
import { answering, json, speaking } from './loopback.ts';

describe('no secret is in any error', () => {
  const TOKEN = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJjYW5hcnkifQ.canary';
  const errorsAt = (url: string) => {
    const genvoris = openClient(url, { timeoutMs: 1_500, maxRetries: 0 });
    return Promise.allSettled([
      genvoris.status.get(),
      genvoris.v1.GET('/api/v1/plans'),
      genvoris.v1.POST('/api/v1/plans', { body: { name: 'x', monthlyTryOns: 1 } }),
      genvoris.track.report({ ...TRYON, end_customer_token: TOKEN }),
      genvoris.tryon.generate(FORM, { sessionToken: TOKEN }),
    ]).then((calls) => calls.flatMap((call) => (call.status === 'rejected' ? [call.reason as unknown] : [])));
  };

  it('whatever goes wrong below HTTP', async () => {
    const closed = await holdClosedPort();
    onTestFinished(closed.release);
    const silent = await speaking(() => {});
    const garbage = await speaking((socket) => socket.end('gvk_live_canary\r\n'));
    const reset = await speaking((socket) => socket.resetAndDestroy());
    for (const url of [closed.url, UNRESOLVABLE_URL, silent.url, garbage.url, reset.url]) {
      const errors = await errorsAt(url);
      expect(errors.length).toBeGreaterThanOrEqual(4);
      for (const error of errors) {
        expect(isGenvorisError(error)).toBe(true);
        expect(everythingIn(error)).not.toContain('canary');
      }
    }
  });

  it('though the server echoes every header and body in every field', async () => {
    const { url } = await answering((response, request) => {
      const echo = JSON.stringify(request.headers) + request.body.toString('latin1');
      const body = {
        error: echo,
        code: echo,
        message: echo,
        detail: echo,
        reason: echo,
        fieldErrors: { [echo]: [echo] },
      };
      response.writeHead(400, {
        'content-type': 'application/json',
        'x-request-id': encodeURIComponent(echo).slice(0, 2000),
      });
      response.end(JSON.stringify(body));
    });
    const errors = await errorsAt(url);
    expect(errors.length).toBeGreaterThanOrEqual(4);
    for (const error of errors) {
      expect(isGenvorisError(error)).toBe(true);
      expect(everythingIn(error)).not.toMatch(/canary|eyJ/);
    }
  });

  it.each(['gvk_live_canary', 'canary-internal-secret'])(
    'though %s is all that the answer says',
    async (echo) => {
      const body = {
        error: echo,
        code: echo,
        message: echo,
        detail: echo,
        reason: echo,
        fieldErrors: { [echo]: [echo] },
      };
      for (const [status, type] of [
        [400, 'application/json'],
        [200, 'application/json'],
        [200, `text/${echo}`],
      ] as const) {
        const { url } = await answering(json(status, body, { 'content-type': type, 'x-request-id': echo }));
        const errors = await errorsAt(url);
        expect(errors.length).toBeGreaterThanOrEqual(4);
        for (const error of errors) expect(everythingIn(error)).not.toContain('canary');
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
      const errors = await errorsAt(url);
      expect(errors.length).toBeGreaterThanOrEqual(4);
      for (const error of errors) {
        expect(isGenvorisError(error)).toBe(true);
        expect(everythingIn(error)).not.toContain('canary');
      }
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
