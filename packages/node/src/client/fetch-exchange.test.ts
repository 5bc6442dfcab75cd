import { describe, expect, it } from 'vitest';
import { errorOf, openClient } from '../../tests/clients.ts';

const ALLOWED = { access: 'ALLOWED' };

describe('a custom fetch', () => {
  it('that ignores its signal is still bounded', async () => {
    const fetch = () => new Promise<Response>(() => {});
    const error = await errorOf(
      openClient('http://127.0.0.1:1', { fetch, timeoutMs: 60, maxRetries: 0 }).status.get(),
    );
    expect(error.code).toBe('timeout');
  });

  it('that rejects is a failed connection, and is tried again', async () => {
    let calls = 0;
    const fetch = async () => {
      if (++calls === 1)
        throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) });
      return Response.json(ALLOWED);
    };
    expect(await openClient('http://127.0.0.1:1', { fetch }).status.get()).toEqual(ALLOWED);
    expect(calls).toBe(2);
  });
});
