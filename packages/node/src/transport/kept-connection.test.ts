import { createServer, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { createServer as createTlsServer } from 'node:tls';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CERTIFICATE, KEY } from '../../tests/certificate.ts';
import { createTransport } from './transport.ts';
import type { TransportRequest } from './types.ts';

const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';

/** What a server does to the second request that a connection carries. */
type Fate = (socket: Socket) => void;

/** A server that answers the first request of each connection, and does to later ones what `fate` says. */
async function serving(fate: Fate, secure = false) {
  const seen: string[] = [];
  let connections = 0;
  const sockets = new Set<Socket>();
  const serve = (socket: Socket) => {
    connections += 1;
    let carried = 0;
    sockets.add(socket);
    socket
      .on('error', () => {})
      .on('data', (bytes) => {
        const line = /^(GET|HEAD|PUT|POST|PATCH|DELETE) \S+/.exec(bytes.toString('latin1'))?.[0];
        if (line === undefined) return;
        seen.push(line);
        carried += 1;
        if (carried === 1) socket.write(ANSWER);
        else fate(socket);
      });
  };
  const server = secure ? createTlsServer({ key: KEY, cert: CERTIFICATE }, serve) : createServer(serve);
  const { url, close } = await listenOnLoopback(server);
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    return close();
  });
  const transport = createTransport({ timeoutMs: 3000, ca: CERTIFICATE });
  onTestFinished(() => void transport.close());
  const send = async (method: string, rest: Partial<TransportRequest> = {}) => {
    const origin = secure ? url.replace('http:', 'https:') : url;
    const result = await transport.request({ method, url: `${origin}/${seen.length}`, ...rest });
    // A connection is free for the next request a turn of the event loop after the answer.
    await sleep(10);
    return result;
  };
  return { send, seen, connections: () => connections, close: () => transport.close() };
}

const RESET: Fate = (socket) => socket.resetAndDestroy();

describe('a request on a kept connection that the server has closed', () => {
  it.each<[how: string, fate: Fate]>([
    ['resets', RESET],
    ['ends', (socket) => socket.end()],
    ['destroys', (socket) => socket.destroy()],
  ])('is sent once more over a new one where it %s', async (_, fate) => {
    const { send, seen, connections } = await serving(fate);
    expect(await send('GET')).toMatchObject({ ok: true });
    expect(await send('GET')).toMatchObject({ ok: true, status: 200 });
    expect(await send('GET')).toMatchObject({ ok: true, status: 200 });
    expect(seen).toEqual(['GET /0', 'GET /1', 'GET /1', 'GET /3', 'GET /3']);
    expect(connections()).toBe(3);
  });

  it('is sent once more under TLS', async () => {
    const { send, seen } = await serving((socket) => socket.destroy(), true);
    await send('GET');
    expect(await send('POST', { body: 'x' })).toMatchObject({ ok: true });
    expect(seen).toEqual(['GET /0', 'POST /1', 'POST /1']);
  });

  it.each([
    ['bytes', new Uint8Array([123, 125])],
    ['text', '{}'],
    ['no body', null],
  ])('is sent once more with %s, whole, by any method', async (_, body) => {
    const { send, seen } = await serving(RESET);
    await send('GET');
    expect(await send('POST', { body })).toMatchObject({ ok: true });
    expect(seen).toEqual(['GET /0', 'POST /1', 'POST /1']);
  });

  it('is sent over a new one also where others of its age lie ready', async () => {
    const { send, seen, connections } = await serving(RESET);
    await Promise.all([send('GET'), send('GET'), send('GET')]);
    expect(connections()).toBe(3);
    expect(await send('GET')).toMatchObject({ ok: true });
    expect(seen.slice(3)).toEqual(['GET /3', 'GET /3']);
    expect(connections()).toBe(4);
  });
});

describe('a request is not sent again', () => {
  it('where the connection is new', async () => {
    const seen: string[] = [];
    const server = createServer((socket) => {
      socket
        .on('error', () => {})
        .on('data', (bytes) => {
          seen.push(bytes.toString('latin1').slice(0, 3));
          socket.resetAndDestroy();
        });
    });
    const { url, close } = await listenOnLoopback(server);
    onTestFinished(close);
    const transport = createTransport();
    onTestFinished(() => void transport.close());
    const result = await transport.request({ method: 'GET', url: `${url}/` });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'reset', phase: 'headers' } });
    expect(seen).toEqual(['GET']);
  });

  it('a second time', async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      const first = connections === 1;
      let carried = 0;
      socket
        .on('error', () => {})
        .on('data', () => {
          carried += 1;
          if (first && carried === 1) socket.write(ANSWER);
          else socket.resetAndDestroy();
        });
    });
    const { url, close } = await listenOnLoopback(server);
    onTestFinished(close);
    const transport = createTransport();
    onTestFinished(() => void transport.close());
    const get = () => transport.request({ method: 'GET', url: `${url}/` });
    expect(await get()).toMatchObject({ ok: true });
    await sleep(10);
    expect(await get()).toMatchObject({ ok: false, failure: { kind: 'reset' } });
    expect(connections).toBe(2);
  });

  it.each<[when: string, kind: string, fate: Fate]>([
    [
      'a byte of the answer was there',
      'reset',
      (socket) => socket.write('H', () => setTimeout(RESET, 20, socket)),
    ],
    [
      'an informational answer was there',
      'reset',
      (socket) => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n', () => setTimeout(RESET, 20, socket)),
    ],
    [
      'the answer broke off',
      'truncated',
      (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nok'),
    ],
    ['the answer is not HTTP', 'malformed', (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')],
  ])('where %s', async (_, kind, fate) => {
    const { send, seen } = await serving(fate);
    await send('GET');
    expect(await send('GET')).toMatchObject({ ok: false, failure: { kind } });
    expect(seen).toEqual(['GET /0', 'GET /1']);
  });

  it('where its body was a stream, of which a part may be gone', async () => {
    const { send, seen } = await serving(RESET);
    await send('GET');
    const result = await send('POST', { body: Readable.from([Buffer.from('{}')]) });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'reset' } });
    expect(seen).toEqual(['GET /0', 'POST /1']);
  });

  it('where the server had the time to act on it, unless that does no harm twice', async () => {
    const late: Fate = (socket) => setTimeout(RESET, 1200, socket);
    const { send, seen } = await serving(late);
    await Promise.all([send('GET'), send('GET')]);
    const [post, put] = await Promise.all([send('POST', { body: '{}' }), send('PUT', { body: '{}' })]);
    expect(post).toMatchObject({ ok: false, failure: { kind: 'reset' } });
    expect(put).toMatchObject({ ok: true });
    expect(seen).toEqual(['GET /0', 'GET /0', 'POST /2', 'PUT /2', 'PUT /2']);
  });

  it('once the transport is closed', async () => {
    const { send, seen, close } = await serving((socket) => setTimeout(RESET, 100, socket));
    await send('GET');
    const asked = send('GET');
    await expect.poll(() => seen.length).toBe(2);
    await close();
    expect(await asked).toMatchObject({ ok: false, failure: { kind: 'reset' } });
  });
});
