import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import { runNode } from '@genvoris/testing/node-process';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { CERTIFICATE, KEY } from '../../tests/certificate.ts';
import { usesEnvProxy } from './env-proxy.ts';
import { createTransport } from './transport.ts';
import type { TransportOptions, TransportRequest } from './types.ts';

const NAMES = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY'];

beforeEach(() => {
  for (const name of [...NAMES, 'NODE_OPTIONS']) vi.stubEnv(name, undefined);
  vi.stubEnv('NODE_USE_ENV_PROXY', '1');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

interface Seen {
  line: string;
  authorization: string | undefined;
}

/** A proxy that passes on what it is asked to, by either of the two ways, and remembers what that was. */
async function openProxy({ status = 0 } = {}) {
  const seen: Seen[] = [];
  const note = ({ method, url, headers }: IncomingMessage) => {
    seen.push({ line: `${method} ${url}`, authorization: headers['proxy-authorization'] });
  };
  const server = createServer((message: IncomingMessage, response: ServerResponse) => {
    note(message);
    if (status !== 0) return response.writeHead(status).end();
    const { host, pathname, search } = new URL(message.url ?? '');
    const [hostname, port] = host.split(':');
    const headers = { ...message.headers };
    delete headers['proxy-authorization'];
    const onward = httpRequest(
      // A name that only the proxy knows.
      {
        host: hostname?.endsWith('.invalid') ? '127.0.0.1' : hostname,
        port,
        path: pathname + search,
        method: message.method,
        headers,
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(response);
      },
    );
    message.pipe(onward.on('error', () => response.destroy()));
  });
  server.on('connect', (message: IncomingMessage, socket: Socket) => {
    note(message);
    if (status !== 0) return socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
    const onward = connect(Number(message.url?.split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const each of [socket, onward]) {
      each.on('error', () => socket.destroy());
      onTestFinished(() => void each.destroy());
    }
  });
  const { url, port, close } = await listenOnLoopback(server);
  onTestFinished(close);
  return { url, port, seen, lines: () => seen.map(({ line }) => line) };
}

async function openServer(secure = false) {
  const listener = (message: IncomingMessage, response: ServerResponse) => {
    const { 'proxy-authorization': proxy, 'accept-encoding': codings } = message.headers;
    response.end(`${message.headers.host}${message.url} ${codings} ${proxy}`);
  };
  const server = secure
    ? createHttpsServer({ key: KEY, cert: CERTIFICATE }, listener)
    : createServer(listener);
  const { url, port, close } = await listenOnLoopback(server);
  onTestFinished(close);
  return { url: secure ? url.replace('http:', 'https:') : url, port };
}

function open(options: TransportOptions = {}) {
  const transport = createTransport({ timeoutMs: 3000, ...options });
  onTestFinished(() => void transport.close());
  return {
    ...transport,
    async get(url: string, rest: Partial<TransportRequest> = {}) {
      const result = await transport.request({ method: 'GET', url, ...rest });
      return result.ok ? Buffer.from(result.body).toString() : result.failure;
    },
  };
}

describe('a transport under NODE_USE_ENV_PROXY', () => {
  it('sends what is plain through HTTP_PROXY, which knows its names', async () => {
    const proxy = await openProxy();
    const { port } = await openServer();
    vi.stubEnv('HTTP_PROXY', proxy.url.replace('//', '//user:p%40ss@'));
    const target = `http://shop.invalid:${port}/status?x=1`;
    expect(await open().get(target)).toBe(`shop.invalid:${port}/status?x=1 identity undefined`);
    const authorization = `Basic ${Buffer.from('user:p@ss').toString('base64')}`;
    expect(proxy.seen).toEqual([{ line: `GET ${target}`, authorization }]);
  });

  it('tunnels what is secure through HTTPS_PROXY, and checks the certificate behind it', async () => {
    const proxy = await openProxy();
    const { port } = await openServer(true);
    vi.stubEnv('HTTPS_PROXY', proxy.url.replace('//', '//user:pass@'));
    const transport = open({ ca: CERTIFICATE });
    for (const body of ['one', 'two'])
      expect(await transport.get(`https://genvoris.invalid:${port}/a`, { method: 'POST', body })).toBe(
        `genvoris.invalid:${port}/a identity undefined`,
      );
    expect(new Set(proxy.lines())).toEqual(new Set([`CONNECT genvoris.invalid:${port}`]));
    expect(proxy.seen[0]?.authorization).toBe(`Basic ${Buffer.from('user:pass').toString('base64')}`);
    expect(await open().get(`https://genvoris.invalid:${port}/`)).toMatchObject({ kind: 'tls' });
    expect(await open({ ca: CERTIFICATE }).get(`https://other.invalid:${port}/`)).toMatchObject({
      kind: 'tls',
    });
  });

  it('tunnels through HTTP_PROXY where that is the only one', async () => {
    const proxy = await openProxy();
    const { port } = await openServer(true);
    vi.stubEnv('http_proxy', proxy.url);
    await open({ ca: CERTIFICATE }).get(`https://genvoris.invalid:${port}/`);
    expect(proxy.lines()).toEqual([`CONNECT genvoris.invalid:${port}`]);
  });

  it.each<[noProxy: string, ip: boolean, name: boolean]>([
    ['', true, true],
    ['127.0.0.1', false, true],
    ['127.0.0.1:PORT', false, true],
    ['127.0.0.1:1, localhost:PORT', true, false],
    ['other.example LOCALHOST', true, false],
    ['.localhost', true, false],
    ['*.localhost', true, true],
    ['localhost.', true, false],
    ['calhost', true, true],
    ['*', false, false],
    ['none.example, *', false, false],
    ['*:PORT', false, false],
    ['*:1', true, true],
  ])('goes past NO_PROXY=%j as the platform’s fetch does', async (noProxy, ip, name) => {
    const { lines, url } = await openProxy();
    const { port } = await openServer();
    vi.stubEnv('HTTP_PROXY', url);
    vi.stubEnv('NO_PROXY', noProxy.replaceAll('PORT', String(port)));
    const { get } = open();
    for (const host of ['127.0.0.1', 'localhost']) await get(`http://${host}:${port}/`);
    const expected = [
      ...(ip ? [`GET http://127.0.0.1:${port}/`] : []),
      ...(name ? [`GET http://localhost:${port}/`] : []),
    ];
    expect(lines()).toEqual(expected);
  });

  it('goes straight where it is told to', async () => {
    const proxy = await openProxy();
    const { url } = await openServer();
    vi.stubEnv('HTTP_PROXY', proxy.url);
    expect(await open({ useEnvProxy: false }).get(`${url}/`)).toContain('identity undefined');
    expect(proxy.lines()).toEqual([]);
  });

  it('takes the lower-case name of two, and an empty value for none', async () => {
    const proxy = await openProxy();
    const { url } = await openServer();
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1');
    vi.stubEnv('http_proxy', proxy.url);
    await open().get(`${url}/`);
    expect(proxy.lines()).toEqual([`GET ${url}/`]);
    vi.stubEnv('http_proxy', '');
    await open().get(`${url}/`);
    vi.stubEnv('http_proxy', proxy.url);
    vi.stubEnv('NO_PROXY', 'none.example');
    vi.stubEnv('no_proxy', '127.0.0.1');
    await open().get(`${url}/`);
    expect(proxy.lines()).toHaveLength(1);
  });

  it.each<[what: string, secure: boolean]>([
    ['plain', false],
    ['secure', true],
  ])('tells what the proxy refuses of %s requests, and not what it was told', async (_, secure) => {
    const target = `${(await openServer(secure)).url}/`;
    for (const status of [407, 502]) {
      const proxy = await openProxy({ status });
      vi.stubEnv('HTTP_PROXY', proxy.url.replace('//', '//user:canary@'));
      const said = await open().get(target);
      // Of a plain request the proxy's own answer is all there is; that it wants to know who we are is no answer.
      if (secure || status === 407)
        expect(said).toMatchObject({
          kind: 'refused',
          phase: 'connect',
          target,
          cause: { message: expect.stringContaining(String(status)) },
        });
      expect(inspect(said, { depth: 9 }) + JSON.stringify(said)).not.toMatch(/canary|Y2FuYXJ5/);
    }
    vi.stubEnv('HTTP_PROXY', 'http://user:canary@127.0.0.1:1');
    const said = await open().get(target);
    expect(said).toMatchObject({ kind: 'refused', phase: 'connect' });
    expect(inspect(said, { depth: 9 })).not.toContain('canary');
  });

  it('gives up on a proxy that takes CONNECT and says nothing', async () => {
    const silent = createServer().on('connect', (_, socket) => onTestFinished(() => void socket.destroy()));
    const { url, close } = await listenOnLoopback(silent);
    onTestFinished(close);
    vi.stubEnv('HTTPS_PROXY', url);
    expect(await open({ timeoutMs: 200 }).get('https://genvoris.invalid/')).toMatchObject({
      kind: 'timeout',
      phase: 'connect',
    });
  });

  it('sends a request again where the kept connection to the proxy was closed', async () => {
    let carried = 0;
    const server = createServer((message, response) => {
      carried += 1;
      if (carried === 2) message.socket.resetAndDestroy();
      else response.end(message.url);
    });
    const { url, close } = await listenOnLoopback(server);
    onTestFinished(close);
    vi.stubEnv('HTTP_PROXY', url);
    const { get } = open();
    expect(await get('http://shop.invalid/1')).toBe('http://shop.invalid/1');
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await get('http://shop.invalid/2')).toBe('http://shop.invalid/2');
    expect(carried).toBe(3);
  });

  it.each([
    ['HTTP_PROXY', '127.0.0.1:3128'],
    ['https_proxy', 'http://user:canary@'],
    ['HTTPS_PROXY', 'ftp://canary.example'],
    ['http_proxy', 'http://user:%@canary.example'],
  ])('refuses %s=%s by its name', (name, value) => {
    vi.stubEnv(name, value);
    expect(() => createTransport()).toThrow(`${name} must be the URL of a proxy`);
    expect(() => createTransport()).not.toThrow(/canary/);
  });
});

describe('whether the environment’s proxies are used', () => {
  it('is told by NODE_USE_ENV_PROXY=1 and nothing else of it', () => {
    expect(usesEnvProxy()).toBe(true);
    for (const value of [undefined, '', '0', 'true']) {
      vi.stubEnv('NODE_USE_ENV_PROXY', value);
      expect(usesEnvProxy()).toBe(false);
    }
  });

  it.each([
    ['--use-env-proxy', undefined, true],
    ['--title=x --use_env_proxy', '0', true],
    ['--no-use-env-proxy', '1', false],
    ['--use-env-proxy --no-use-env-proxy', undefined, false],
  ])('is told by NODE_OPTIONS=%s before it', (options, value, expected) => {
    vi.stubEnv('NODE_OPTIONS', options);
    vi.stubEnv('NODE_USE_ENV_PROXY', value);
    expect(usesEnvProxy()).toBe(expected);
  });

  it.each<[how: string, flags: string[], env: Record<string, string>, first: string]>([
    ['a flag', ['--use-env-proxy'], {}, ''],
    ['a call', [], {}, "import { setGlobalProxyFromEnv } from 'node:http'; setGlobalProxyFromEnv?.();"],
    ['a flag against it', ['--no-use-env-proxy'], { NODE_USE_ENV_PROXY: '1' }, ''],
  ])('is the same for the platform’s fetch: by %s', async (how, flags, env, first) => {
    const proxy = await openProxy();
    const { url } = await openServer();
    const program = `${first}
      import { createTransport } from ${JSON.stringify(import.meta.resolve('../index.ts'))};
      const transport = createTransport();
      await transport.request({ method: 'GET', url: '${url}/transport' });
      await fetch('${url}/fetch');
      await transport.close();`;
    const ran = await runNode([...flags, '--input-type=module', '-e', program], {
      env: { PATH: process.env.PATH, HTTP_PROXY: proxy.url, ...env },
    });
    expect(ran).toMatchObject({ code: 0 });
    const paths = proxy.lines().map((line) => new URL(line.replace('GET ', '')).pathname);
    expect(paths.includes('/transport')).toBe(paths.some((path) => path === '/fetch' || path === '/'));
    expect(paths.includes('/transport')).toBe(how !== 'a flag against it');
  });
});

it('importing us leaves the platform’s dispatcher alone', async () => {
  const program = `
    const names = [1, 2].map((version) => Symbol.for('undici.globalDispatcher.' + version));
    const own = { dispatch() {} };
    for (const name of names) globalThis[name] = own;
    const { createTransport } = await import(${JSON.stringify(import.meta.resolve('../index.ts'))});
    createTransport();
    process.exitCode = names.every((name) => globalThis[name] === own) ? 0 : 1;`;
  expect(await runNode(['--input-type=module', '-e', program])).toMatchObject({ code: 0 });
});
