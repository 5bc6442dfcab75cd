import { expect, it } from 'vitest';
import { errorOf, openClient } from '../../tests/clients.ts';

it('a custom fetch that ignores its signal is still bounded', async () => {
  const fetch = () => new Promise<Response>(() => {});
  const { status } = openClient('http://127.0.0.1:1', { fetch, timeoutMs: 60, maxRetries: 0 });
  expect((await errorOf(status.get())).code).toBe('timeout');
});
