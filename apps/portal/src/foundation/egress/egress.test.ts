import { createServer, type RequestListener } from 'node:http';
import { createServer as createRawServer, type Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createEgress, type Egress, type EgressOptions } from './egress.ts';
import type { ResolveAll } from './guarded-connect.ts';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function serve(listener: RequestListener): Promise<{ port: number; hits: () => number }> {
  let hits = 0;
  const server = createServer((request, response) => {
    hits += 1;
    listener(request, response);
  });
  const listening = await listenOnLoopback(server);
  opened.push(listening);
  return { port: listening.port, hits: () => hits };
}

function egressWith(options: EgressOptions): Egress {
  const egress = createEgress(options);
  opened.push(egress);
  return egress;
}

/** A name server that gives one answer per question. */
function answers(...rounds: string[][]): ResolveAll {
  let asked = 0;
  return (_hostname, _options, done) => {
    const round = rounds[Math.min(asked++, rounds.length - 1)] ?? [];
    done(
      null,
      round.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
}

const BOUNDS = { timeoutMs: 2_000, maxBytes: 1024, allowHttp: true };

describe('egress', () => {
  it.each([
    'http://127.0.0.1:{port}/',
    'http://127.1:{port}/',
    'http://2130706433:{port}/',
    'http://0x7f.0.0.1:{port}/',
    'http://0177.0.0.1:{port}/',
    'http://①②⑦.0.0.1:{port}/',
    'http://[::ffff:127.0.0.1]:{port}/',
    'http://[::1]:{port}/',
    'http://localhost:{port}/',
    'http://0.0.0.0:{port}/',
  ])('does not reach this machine through %s', async (url) => {
    const { port, hits } = await serve((_, response) => response.end('secret'));
    const result = await egressWith({}).send({ ...BOUNDS, url: url.replace('{port}', String(port)) });
    expect(result).toMatchObject({ ok: false, failure: 'address_refused' });
    expect(hits()).toBe(0);
  });

  it.each([
    'file:///etc/passwd',
    'gopher://127.0.0.1/',
    'http://user:pw@shop.example/',
    'data:text/plain,x',
    'nonsense',
  ])('refuses the URL %s', async (url) => {
    expect(await egressWith({}).send({ ...BOUNDS, url })).toMatchObject({ failure: 'url_refused' });
  });

  it('asks for https unless told otherwise', async () => {
    const { allowHttp: _, ...bounds } = BOUNDS;
    expect(await egressWith({}).send({ ...bounds, url: 'http://shop.example/' })).toMatchObject({
      failure: 'url_refused',
    });
  });

  it('refuses a public name that resolves to a private address', async () => {
    const { port, hits } = await serve((_, response) => response.end('secret'));
    const egress = egressWith({ resolve: answers(['127.0.0.1', '10.0.0.8', '169.254.169.254']) });
    const result = await egress.send({ ...BOUNDS, url: `http://shop.example:${port}/` });
    expect(result).toMatchObject({ ok: false, failure: 'address_refused' });
    expect(hits()).toBe(0);
  });

  it('connects to what it checked, whatever the name resolves to a moment later', async () => {
    const { port, hits } = await serve((_, response) => response.end('secret'));
    // The first answer is public (and leads nowhere), the second would be this machine.
    const egress = egressWith({ resolve: answers(['198.51.100.1', '8.8.8.8'], ['127.0.0.1']) });
    const result = await egress.send({ ...BOUNDS, timeoutMs: 400, url: `http://rebind.example:${port}/` });
    expect(result.ok).toBe(false);
    expect(hits()).toBe(0);
  });

  it('goes only to the allowed ones among the addresses of a name', async () => {
    const { port } = await serve((_, response) => response.end('hello'));
    const egress = egressWith({ reach: 'private', resolve: answers(['169.254.169.254', '127.0.0.1']) });
    const result = await egress.send({ ...BOUNDS, url: `http://shop.example:${port}/` });
    expect(result).toMatchObject({ ok: true, status: 200 });
  });

  it('does not follow a redirect', async () => {
    const target = await serve((_, response) => response.end('secret'));
    const { port } = await serve((_, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${target.port}/` }).end();
    });
    const result = await egressWith({ reach: 'private' }).send({
      ...BOUNDS,
      url: `http://127.0.0.1:${port}/`,
    });
    expect(result).toMatchObject({ ok: true, status: 302 });
    expect(target.hits()).toBe(0);
  });

  it('stops reading at the bound, whatever content-length says', async () => {
    const { port } = await serve((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(Buffer.alloc(512)), 1);
      response.on('close', () => clearInterval(timer));
    });
    const result = await egressWith({ reach: 'private' }).send({
      ...BOUNDS,
      url: `http://127.0.0.1:${port}/`,
    });
    expect(result).toMatchObject({ ok: false, failure: 'too_large' });
  });

  it.each<[string, string, Buffer, object]>([
    ['reads a picture that came', 'gzip', gzipSync('picture'), { ok: true, body: Buffer.from('picture') }],
    ['reads one that came, twice over,', 'gzip, BR', brotliCompressSync(gzipSync('picture')), { ok: true }],
    ['does not blow up a bomb', 'gzip', gzipSync(Buffer.alloc(9_000_000)), { failure: 'too_large' }],
    ['names what is left', 'compress', Buffer.from('picture'), { failure: 'undecodable' }],
  ])('%s in a content coding nobody asked for: %s', async (_, coding, body, expected) => {
    let asked: string | undefined;
    const { port } = await serve((request, response) => {
      asked = String(request.headers['accept-encoding']);
      response.writeHead(200, { 'content-encoding': coding }).end(body);
    });
    const url = `http://127.0.0.1:${port}/`;
    const maxBytes = 10_000;
    expect(await egressWith({ reach: 'private' }).send({ ...BOUNDS, maxBytes, url })).toMatchObject(expected);
    expect(asked).toBe('identity');
  });

  it('asks no proxy of the environment to go where it was not allowed to', async () => {
    const { port, hits } = await serve((_, response) => response.end('secret'));
    const proxy = await serve((_, response) => response.end('by proxy'));
    vi.stubEnv('NODE_USE_ENV_PROXY', '1');
    vi.stubEnv('HTTP_PROXY', `http://127.0.0.1:${proxy.port}`);
    try {
      const refused = await egressWith({}).send({ ...BOUNDS, url: `http://127.0.0.1:${port}/` });
      expect(refused).toMatchObject({ ok: false, failure: 'address_refused' });
      const sent = await egressWith({ reach: 'private' }).send({
        ...BOUNDS,
        url: `http://127.0.0.1:${port}/`,
      });
      expect(sent).toMatchObject({ ok: true, body: Buffer.from('secret') });
      expect([hits(), proxy.hits()]).toEqual([1, 0]);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it.each([
    ['before the headers', (response: Parameters<RequestListener>[1]) => void response],
    [
      'within the body, drop by drop',
      (response: Parameters<RequestListener>[1]) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write('x'), 50);
        response.on('close', () => clearInterval(timer));
      },
    ],
  ])('gives up on a server that stalls %s', async (_, stall) => {
    const { port } = await serve((_request, response) => stall(response));
    const result = await egressWith({ reach: 'private' }).send({
      ...BOUNDS,
      timeoutMs: 300,
      url: `http://127.0.0.1:${port}/`,
    });
    expect(result).toMatchObject({ ok: false, failure: 'timeout' });
  });

  describe('asked for the status alone', () => {
    const HEAD = 'HTTP/1.1 200 OK\r\n';
    const CHUNKED = `${HEAD}transfer-encoding: chunked\r\n\r\n`;
    it.each<[string, string, ('end' | 'reset' | 'go on' | 'stay')?]>([
      ['no body', 'HTTP/1.1 204 No Content\r\n\r\n', 'stay'],
      ['a body that 204 cannot have', 'HTTP/1.1 204 No Content\r\ncontent-length: 3\r\n\r\nyes'],
      ['a large body', `${HEAD}content-length: 300000\r\n\r\n${'x'.repeat(300_000)}`],
      ['a body without end', CHUNKED, 'go on'],
      ['a body that never begins', `${HEAD}content-length: 9\r\n\r\n`, 'stay'],
      ['less than it announced', `${HEAD}content-length: 9\r\n\r\nhalf`, 'end'],
      ['more than it announced', `${HEAD}content-length: 2\r\n\r\nok and more`],
      ['broken chunks', `${CHUNKED}zz\r\nok\r\n`],
      ['a chunk that is cut off', `${CHUNKED}ff\r\nok`, 'reset'],
      ['a reset', `${HEAD}content-length: 9\r\n\r\n`, 'reset'],
      ['what is no gzip', `${HEAD}content-encoding: gzip\r\ncontent-length: 2\r\n\r\nno`],
      [
        'an early hint first',
        `HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n${HEAD}content-length: 0\r\n\r\n`,
        'stay',
      ],
    ])('takes %s for an answer, and keeps nothing of it', async (_, answer, then = 'end') => {
      const open = new Set<Socket>();
      const server = createRawServer((socket) => {
        open.add(socket);
        socket.on('close', () => open.delete(socket)).on('error', () => {});
        socket.once('data', () => {
          socket.write(answer);
          const pour = () => socket.write(`4000\r\n${'x'.repeat(0x4000)}\r\n`) && setImmediate(pour);
          if (then === 'go on') socket.on('drain', pour) && pour();
          if (then === 'end') socket.end();
          // Once it has been sent, or the reset overtakes it.
          if (then === 'reset') setTimeout(() => socket.resetAndDestroy(), 20);
        });
      });
      const { port } = await listenOnLoopback(server);
      const egress = egressWith({ reach: 'private' });
      const url = `http://127.0.0.1:${port}/`;
      expect(await egress.send({ ...BOUNDS, maxBytes: 0, method: 'POST', body: '{}', url })).toMatchObject({
        ok: true,
        status: answer.includes('204') ? 204 : 200,
      });
      await egress.close();
      await expect.poll(() => open.size).toBe(0);
      server.close();
    });
  });

  it('tells an unknown name and a closed port apart', async () => {
    const egress = egressWith({ reach: 'private' });
    expect(await egress.send({ ...BOUNDS, url: 'http://nowhere.invalid/' })).toMatchObject({
      failure: 'unresolvable',
    });
    const { port } = await serve((_, response) => response.end());
    await (opened.pop() as { close(): unknown }).close();
    expect(await egress.send({ ...BOUNDS, url: `http://127.0.0.1:${port}/` })).toMatchObject({
      failure: 'unreachable',
    });
  });
});
