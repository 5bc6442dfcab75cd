import { getEventListeners } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answering, handling, speaking } from '../../tests/loopback.ts';
import type { TransportPhase } from './failure.ts';
import { createTransport } from './transport.ts';
import type { TransportOptions, TransportRequest, TransportResult } from './types.ts';

function open(options?: TransportOptions) {
  const transport = createTransport(options);
  onTestFinished(() => void transport.close());
  return transport;
}

const get = (url: string, rest: Partial<TransportRequest> = {}, options?: TransportOptions) =>
  open(options).request({ method: 'GET', url, ...rest });

function failureOf(result: TransportResult) {
  if (result.ok) throw new Error(`answered ${result.status}`);
  return result.failure;
}

/** Why a request to the root of a server has no answer. */
const failing = async (url: string, rest?: Partial<TransportRequest>, options?: TransportOptions) =>
  failureOf(await get(`${url}/`, rest, options));

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n';

describe('an answer', () => {
  it('comes with its status, joined headers and bytes', async () => {
    const { url, received } = await answering((response) => {
      response.writeHead(418, { 'x-one': '1', 'set-cookie': ['a=1', 'b=2'] });
      response.end(Buffer.from([0, 255, 10]));
    });
    const result = await get(`${url}/a%2e%2e/b?x=1&y=%20`, {
      headers: { 'x-asked': 'yes', 'x-not': undefined },
    });
    expect(result).toMatchObject({ ok: true, status: 418 });
    if (!result.ok) return;
    expect(result.headers['x-one']).toBe('1');
    expect(result.headers['set-cookie']).toBe('a=1, b=2');
    expect([...result.body]).toEqual([0, 255, 10]);
    expect(received[0]).toMatchObject({ method: 'GET', path: '/a%2e%2e/b?x=1&y=%20' });
    expect(received[0]?.headers).toMatchObject({ 'x-asked': 'yes' });
    expect(received[0]?.headers).not.toHaveProperty('x-not');
  });

  it('has no inherited headers, also where one is called __proto__', async () => {
    const { url } = await speaking((socket) => {
      socket.end(`${HEAD}__proto__: x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
    });
    const result = await get(`${url}/`);
    expect(result.ok && result.headers.toString).toBe(undefined);
  });

  it('is the redirect itself, which is not followed', async () => {
    const elsewhere = await answering((response) => response.end('followed'));
    const { url } = await answering((response) => response.writeHead(307, { location: elsewhere.url }).end());
    expect(await get(`${url}/`)).toMatchObject({ ok: true, status: 307 });
    expect(elsewhere.received).toEqual([]);
  });

  it('is put together out of many chunks, and skips informational ones', async () => {
    const url = await handling(async (_, response) => {
      response.writeEarlyHints({ link: '</style.css>; rel=preload' });
      for (const part of ['one ', 'two ', 'three']) {
        response.write(part);
        await sleep(5);
      }
      response.end();
    });
    const result = await get(`${url}/`);
    expect(result.ok && Buffer.from(result.body).toString()).toBe('one two three');
  });

  it('takes the next request on the same connection', async () => {
    let connections = 0;
    const url = await handling((_, response) => response.end('x'));
    const transport = open({ connections: 1 });
    const sockets = new Set<Socket>();
    const counted = await handling((message, response) => {
      if (!sockets.has(message.socket)) connections++;
      sockets.add(message.socket);
      response.end('x');
    });
    for (let i = 0; i < 5; i++) await transport.request({ method: 'GET', url: `${counted}/` });
    expect((await transport.request({ method: 'GET', url: `${url}/` })).ok).toBe(true);
    expect(connections).toBe(1);
  });

  it('is allowed exactly maxBytes', async () => {
    const { url } = await answering((response) => response.end('x'.repeat(1000)));
    expect((await get(`${url}/`, { maxBytes: 1000 })).ok).toBe(true);
    expect(await failing(url, { maxBytes: 999 })).toMatchObject({
      kind: 'too_large',
      maxBytes: 999,
    });
  });
});

describe('a failure', () => {
  it('is reset before headers and in the middle of the body', async () => {
    const before = await speaking((socket) => socket.resetAndDestroy());
    expect(await failing(before.url)).toMatchObject({ kind: 'reset', phase: 'headers' });
    const middle = await speaking((socket) => {
      socket.write(`${HEAD}content-length: 100\r\n\r\nhalf`);
      setTimeout(() => socket.resetAndDestroy(), 20);
    });
    expect(await failing(middle.url)).toMatchObject({ kind: 'reset', phase: 'body' });
  });

  it('is reset where the server hangs up without a word', async () => {
    const { url } = await speaking((socket) => socket.end());
    expect(await failing(url)).toMatchObject({ kind: 'reset', phase: 'headers' });
  });

  it.each([
    ['its content-length', 'content-length: 100\r\n\r\nhalf'],
    ['its content-length, on a closing connection', 'connection: close\r\ncontent-length: 100\r\n\r\nhalf'],
    ['its last chunk', 'transfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n'],
    [
      'its last chunk, on a closing connection',
      'connection: close\r\ntransfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n',
    ],
  ])('is truncated where the body ends before %s', async (_, rest) => {
    const { url } = await speaking((socket) => socket.end(HEAD + rest));
    expect(await failing(url)).toMatchObject({ kind: 'truncated', phase: 'body' });
  });

  it.each<[string, TransportPhase, (socket: Socket) => void]>([
    ['before headers', 'headers', () => {}],
    ['in mid-body', 'body', (socket) => socket.write(`${HEAD}content-length: 100\r\n\r\nhalf`)],
    [
      'by drips',
      'body',
      (socket) => {
        socket.write(`${HEAD}content-length: 100\r\n\r\n`);
        const drip = setInterval(() => socket.write('x'), 10);
        socket.on('close', () => clearInterval(drip));
      },
    ],
  ])('is a timeout %s', async (_, phase, speak) => {
    const { url } = await speaking(speak);
    const timeout = { kind: 'timeout', phase, target: `${url}/`, timeoutMs: 500 };
    expect(await failing(url, { timeoutMs: 500 })).toEqual(timeout);
  });

  it('is a timeout for a request that waited too long for a connection', async () => {
    const { url } = await speaking(() => {});
    const transport = open({ connections: 1 });
    const first = transport.request({ method: 'GET', url: `${url}/`, timeoutMs: 300 });
    const second = await transport.request({ method: 'GET', url: `${url}/`, timeoutMs: 60 });
    expect(failureOf(second)).toMatchObject({ kind: 'timeout', phase: 'connect' });
    expect(failureOf(await first).kind).toBe('timeout');
  });

  it('is a timeout of the connector where nobody completes the handshake', async () => {
    // A TLS client waits for a server that says nothing.
    const { url } = await speaking(() => {});
    const failure = await failing(url.replace('http:', 'https:'), {}, { connectTimeoutMs: 100 });
    expect(failure).toMatchObject({ kind: 'timeout', phase: 'connect', timeoutMs: 100 });
  });

  it('leaves no connection behind after a timeout', async () => {
    const { url, sockets } = await speaking(() => {});
    await get(`${url}/`, { timeoutMs: 50 });
    await expect.poll(() => sockets.size).toBe(0);
  });

  it('is too large, announced or counted, and hangs up on a body without end', async () => {
    const announced = await speaking((socket) => socket.write(`${HEAD}content-length: 99999\r\n\r\n`));
    expect(await failing(announced.url, { maxBytes: 100 })).toMatchObject({ kind: 'too_large' });
    await expect.poll(() => announced.sockets.size).toBe(0);
    const endless = await speaking((socket) => {
      socket.write(`${HEAD}transfer-encoding: chunked\r\n\r\n`);
      const more = () => {
        while (!socket.destroyed && socket.write(`400\r\n${'x'.repeat(1024)}\r\n`));
      };
      socket.on('drain', more);
      more();
    });
    expect(await failing(endless.url)).toMatchObject({ kind: 'too_large' });
    await expect.poll(() => endless.sockets.size).toBe(0);
  });

  it.each(['SSH-2.0-OpenSSH_9.2\r\n\r\n', 'HTTP/1.1 abc\r\n\r\n', `${HEAD}content-length: -1\r\n\r\n`])(
    'is malformed where the answer is not HTTP: %j',
    async (bytes) => {
      const { url } = await speaking((socket) => socket.end(bytes));
      expect(await failing(url)).toMatchObject({ kind: 'malformed' });
    },
  );

  it('is tls where the port does not speak it', async () => {
    const { url } = await speaking((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect((await failing(url.replace('http:', 'https:'))).kind).toBe('tls');
  });

  it('is aborted by the signal: before, while waiting for headers, and in mid-body', async () => {
    const { url, sockets } = await speaking((socket) =>
      socket.write(`${HEAD}content-length: 100\r\n\r\nhalf`),
    );
    const reason = new Error('shopper left');
    expect(await failing(url, { signal: AbortSignal.abort(reason) })).toMatchObject({
      kind: 'aborted',
      phase: 'connect',
      cause: reason,
    });
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 50);
    expect(await failing(url, { signal: controller.signal })).toMatchObject({
      kind: 'aborted',
      phase: 'body',
      cause: reason,
    });
    await expect.poll(() => sockets.size).toBe(0);
  });

  it.each([
    ['a relative URL', { url: '/status' }],
    ['another scheme', { url: 'ftp://127.0.0.1/' }],
    ['credentials in the URL', { url: 'http://user:pass@127.0.0.1/' }],
    ['a fragment', { url: 'http://127.0.0.1/#x' }],
    ['a broken host', { url: 'http://[::1/' }],
    ['a space in the path', { url: 'http://127.0.0.1/a b' }],
    ['a header with a line break', { url: 'http://127.0.0.1/', headers: { 'x-a': 'b\r\nc: d' } }],
    ['a header name with a colon', { url: 'http://127.0.0.1/', headers: { 'x:a': 'b' } }],
    ['a method with a space', { url: 'http://127.0.0.1/', method: 'GET /x' }],
    [
      'a transfer-encoding of the caller',
      { url: 'http://127.0.0.1/', headers: { 'transfer-encoding': 'chunked' } },
    ],
  ])('is invalid_request for %s', async (_, request) => {
    expect(failureOf(await open().request({ method: 'GET', ...request })).kind).toBe('invalid_request');
  });

  it('is closed after close()', async () => {
    const { url } = await answering((response) => response.end('x'));
    const transport = createTransport();
    const before = transport.request({ method: 'GET', url: `${url}/` });
    await Promise.all([transport.close(), transport.close()]);
    expect((await before).ok).toBe(true);
    expect(failureOf(await transport.request({ method: 'GET', url: `${url}/` })).kind).toBe('closed');
  });

  it('never holds the query, a header or a byte of the answer', async () => {
    const canary = 'gvk_live_canary';
    const echo = await speaking((socket) => socket.end(`HTTP/1.1 ${canary}\r\n\r\n`));
    for (const url of [echo.url, 'http://127.0.0.1:1', 'http://nothing.genvoris.invalid', 'no-url']) {
      const result = await get(`${url}/status?api_key=${canary}`, { headers: { authorization: canary } });
      expect(failureOf(result)).toBeDefined();
      expect(inspect(result, { depth: 10 }) + JSON.stringify(result)).not.toContain('canary');
    }
  });
});

it('leaves no listener on the signal', async () => {
  const { url } = await answering((response) => response.end('x'));
  const { signal } = new AbortController();
  await get(`${url}/`, { signal });
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it.each(['timeoutMs', 'connectTimeoutMs', 'maxBytes', 'connections', 'keepAliveMs'])(
  'names %s where it is no whole number, and takes undefined',
  async (name) => {
    for (const wrong of ['', '5000', Number.NaN, 0, -1, 1.5, null, Number.POSITIVE_INFINITY])
      expect(() => createTransport({ [name]: wrong } as never)).toThrow(new RegExp(`^${name}: `));
    await createTransport({ [name]: undefined }).close();
  },
);
