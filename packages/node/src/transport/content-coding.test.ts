import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Answer, answering, speaking } from '../../tests/loopback.ts';
import { createTransport } from './transport.ts';
import type { TransportRequest } from './types.ts';

const TEXT = '{"access":"ALLOWED"}';

function get(url: string, rest: Partial<TransportRequest> = {}) {
  const transport = createTransport({ timeoutMs: 2000 });
  onTestFinished(() => void transport.close());
  return transport.request({ method: 'GET', url: `${url}/`, ...rest });
}

const coded =
  (coding: string, body: Buffer, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(200, { 'content-encoding': coding, 'content-length': body.length, ...headers });
    response.end(body);
  };

describe('content codings', () => {
  it('are not asked for, unless the caller does', async () => {
    const { url, received } = await answering((response) => response.end());
    await get(url);
    await get(url, { headers: { 'Accept-Encoding': 'br' } });
    await get(url, { method: 'POST', body: 'x', headers: { 'accept-encoding': undefined } });
    expect(received.map(({ headers }) => headers['accept-encoding'])).toEqual(['identity', 'br', 'identity']);
  });

  it('are undone, and what was said of the body as it came is not said of it', async () => {
    const { url } = await answering(coded('br, gzip', gzipSync(brotliCompressSync(TEXT))));
    const result = await get(url);
    if (!result.ok) throw new Error(result.failure.kind);
    expect(Buffer.from(result.body).toString()).toBe(TEXT);
    expect(Object.keys(result.headers)).not.toContain('content-encoding');
    expect(Object.keys(result.headers)).not.toContain('content-length');
  });

  it('are undone where they came as transfer codings', async () => {
    const { url } = await speaking((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n');
      const body = gzipSync(TEXT);
      socket.write(`${body.length.toString(16)}\r\n`);
      socket.end(Buffer.concat([body, Buffer.from('\r\n0\r\n\r\n')]));
    });
    const result = await get(url);
    expect(result.ok && Buffer.from(result.body).toString()).toBe(TEXT);
  });

  it('of an answer without a body are nothing', async () => {
    const { url } = await answering((response) =>
      response.writeHead(204, { 'content-encoding': 'gzip' }).end(),
    );
    expect(await get(url)).toMatchObject({ ok: true, status: 204 });
    expect(await get(url, { method: 'HEAD' })).toMatchObject({ ok: true });
  });

  it.each<[kind: string, says: RegExp, answer: Answer]>([
    ['undecodable', /content coding compress,/, coded('compress', Buffer.from(TEXT))],
    ['malformed', /^gzip: /, coded('gzip', Buffer.from(TEXT))],
    ['truncated', /^gzip: /, coded('gzip', gzipSync(TEXT).subarray(0, -5))],
  ])('that cannot be undone are %s, and named', async (kind, says, answer) => {
    const { url } = await answering(answer);
    const target = `${url}/`;
    expect(await get(url)).toEqual({
      ok: false,
      failure: {
        kind,
        phase: 'body',
        target,
        cause: { code: expect.anything(), message: expect.stringMatching(says) },
      },
    });
  });

  it('do not carry a bomb past the limit of the answer', async () => {
    const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024));
    const { url } = await answering(coded('gzip', bomb), coded('gzip, gzip', gzipSync(bomb)));
    for (let n = 0; n < 2; n++)
      expect(await get(url, { maxBytes: 100_000 })).toMatchObject({
        failure: { kind: 'too_large', maxBytes: 100_000 },
      });
  });
});
