import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import type { Picture } from '../photo/picture.ts';
import { createHttpEngine } from './http-engine.ts';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

const PNG = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0f0' } })
  .png()
  .toBuffer();
const PICTURE: Picture = { bytes: PNG, format: 'png', width: 40, height: 30 };

async function engineAnswering(
  answer: (response: ServerResponse, request: IncomingMessage, body: Buffer) => void,
  options: { timeoutMs?: number; token?: string } = {},
) {
  const server = createServer(async (request, response) => {
    answer(response, request, await buffer(request));
  });
  const listening = await listenOnLoopback(server);
  opened.push(listening);
  const engine = createHttpEngine({ url: `${listening.url}/generate?model=a`, ...options });
  return (variations = 1, signal = new AbortController().signal) =>
    engine.generate({
      owner: 'store',
      photo: PICTURE,
      garment: PICTURE,
      productType: 'apparel',
      productTitle: 'Wrap dress',
      variations,
      signal,
    });
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

describe('the HTTP engine', () => {
  it('sends photo, garment and what is known of the product', async () => {
    let seen: { form?: FormData; url?: string; token?: string } = {};
    const generate = await engineAnswering(
      async (response, request, body) => {
        const headers = { 'content-type': request.headers['content-type'] ?? '' };
        const form = await new Response(new Uint8Array(body), { headers }).formData();
        seen = { form, url: request.url ?? '', token: request.headers.authorization ?? '' };
        json(response, {
          images: [PNG.toString('base64'), `data:image/png;base64,${PNG.toString('base64')}`],
        });
      },
      { token: 'canary' },
    );
    expect(await generate(2)).toEqual([PICTURE, PICTURE]);
    expect(seen).toMatchObject({ url: '/generate?model=a', token: 'Bearer canary' });
    expect(Object.fromEntries(seen.form ?? [])).toMatchObject({
      product_type: 'apparel',
      product_title: 'Wrap dress',
      variations: '2',
    });
    expect(seen.form?.get('photo')).toMatchObject({ type: 'image/png' });
  });

  it('takes the picture itself as an answer', async () => {
    const generate = await engineAnswering((response) => {
      response.writeHead(200, { 'content-type': 'image/png' }).end(PNG);
    });
    expect(await generate()).toEqual([PICTURE]);
  });

  it('reads an answer that was compressed unasked, and asks for none', async () => {
    let asked: string | undefined;
    const generate = await engineAnswering((response, request) => {
      asked = String(request.headers['accept-encoding']);
      response.writeHead(200, { 'content-type': 'image/png', 'content-encoding': 'gzip' }).end(gzipSync(PNG));
    });
    expect(await generate()).toEqual([PICTURE]);
    expect(asked).toBe('identity');
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['an error', (response) => response.writeHead(503).end()],
    ['a redirect', (response) => response.writeHead(302, { location: 'http://127.0.0.1/' }).end()],
    ['something that is not JSON', (response) => response.end('<html>')],
    ['no images', (response) => json(response, {})],
    ['too few images', (response) => json(response, { images: [] })],
    ['an image that is none', (response) => json(response, { images: ['bm9uZQ=='] })],
    ['a number', (response) => json(response, { images: [7] })],
    ['a cut connection', (response) => response.destroy()],
    ['more than 32 MiB', (response) => response.end(Buffer.alloc(34 * 1024 * 1024))],
  ])('is unavailable when the model server answers %s', async (_, answer) => {
    const generate = await engineAnswering((response) => answer(response));
    await expect(generate()).rejects.toMatchObject({ name: 'EngineError', code: 'unavailable' });
  });

  it('waits no longer than it may', async () => {
    const generate = await engineAnswering(() => {}, { timeoutMs: 200 });
    await expect(generate()).rejects.toMatchObject({ code: 'unavailable' });
  });
});
