import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import type express from 'express';
import type { RequestHandler } from 'express';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { createExpressStorefront } from '../src/hosts/express.ts';
import type { ErrorReport } from '../src/index.ts';
import { Browser, FORM_TYPE } from './browser.ts';
import { identify } from './hosts.ts';
import { useUpstream } from './upstream.ts';

const load = createRequire(import.meta.url);
const upstream = useUpstream();
const DISK = mkdtempSync(join(tmpdir(), 'genvoris-uploads-'));
const PHOTO = Buffer.alloc(90_000, 7);
const JSON_TYPE = { 'Content-Type': 'application/json' };

afterAll(() => rmSync(DISK, { recursive: true }));

const sentOf = (operationId: string) =>
  upstream.server.requests.findLast((request) => request.operationId === operationId);

type Express = () => typeof express;

/** Parsers that leave enough to go on with. */
const PARSERS: Record<string, (lib: typeof express) => RequestHandler[]> = {
  'express.json': (lib) => [lib.json({ limit: '1mb' })],
  'express.json for every type': (lib) => [
    lib.json({ type: (request) => !/form/.test(request.headers['content-type'] ?? '') }),
  ],
  'express.json that takes no object': (lib) => [lib.json({ strict: false })],
  'express.text': (lib) => [lib.text()],
  'express.text for JSON': (lib) => [lib.text({ type: '*/json' })],
  'express.raw for every type': (lib) => [lib.raw({ type: '*/*', limit: '1mb' })],
  'express.urlencoded': (lib) => [lib.urlencoded({ extended: false })],
  'express.urlencoded for JSON': (lib) => [lib.urlencoded({ type: '*/json', extended: true })],
  'all of them': (lib) => [lib.json(), lib.text(), lib.urlencoded({ extended: false }), lib.raw()],
  'body-parser 1': () => [load('body-parser-1').json()],
  'a JSON parser that keeps the bytes': (lib) => [
    lib.json({ verify: (request, _response, bytes) => Object.assign(request, { rawBody: bytes }) }),
  ],
  'multer in memory': () => [load('multer')().any()],
  'multer 1 for one file': () => [load('multer-1')().single('photo')],
  'multer for named fields': () => [load('multer')().fields([{ name: 'photo' }])],
  'express-fileupload': () => [load('express-fileupload')()],
  'what has bodies read as latin1': () => [
    (request, _response, next) => {
      request.setEncoding('latin1');
      next();
    },
  ],
  'a log that hears the body besides': () => [
    (request, _response, next) => {
      request.on('data', () => {});
      next();
    },
  ],
};

describe.each(['express', 'express-4'])('behind a parser in %s', (version) => {
  const start = async (parsers: (lib: typeof express) => RequestHandler[], reports: ErrorReport[]) => {
    const lib = (load as unknown as Express & ((name: string) => typeof express))(version);
    const app = lib();
    for (const parser of parsers(lib)) app.use(parser);
    app.use(
      '/api',
      createExpressStorefront({
        ...upstream.options,
        guests: true,
        identify,
        onError: (report) => reports.push(report),
      }),
    );
    const { url, close } = await listenOnLoopback(http.createServer(app));
    onTestFinished(close);
    return new Browser(`${url}/api`, '7');
  };

  test.each(Object.keys(PARSERS))('takes what is left of a body by %s', async (name) => {
    const reports: ErrorReport[] = [];
    const browser = await start(PARSERS[name] as never, reports);
    const session = (body: string, headers: Record<string, string> = JSON_TYPE) =>
      browser.post('/session', { headers, body });
    expect((await session('{"productId":"dress-42"}')).status).toBe(200);
    expect(sentOf('createSession')?.json()).toEqual({ productId: 'dress-42' });
    for (const [body, status] of [
      ['', 200],
      ['{}', 200],
      ['{"nonsense":1}', 400],
      ['{"{":1}', 400],
      ['["a"]', 400],
      [`{"a":${'['.repeat(9_000)}${']'.repeat(9_000)}}`, 413],
    ] as const)
      expect([body.slice(0, 20), (await session(body)).status]).toEqual([body.slice(0, 20), status]);
    expect((await session('a=b', { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(400);
    expect((await browser.upload('/proxy/api/analyze', PHOTO)).status).toBe(200);
    const { body } = sentOf('analyzePhoto') ?? {};
    const read = await new Response(body as Uint8Array<ArrayBuffer>, {
      headers: { 'Content-Type': FORM_TYPE },
    }).formData();
    expect(read.get('product_image_url')).toBe('https://shop.example/img/dress.jpg');
    const photo = read.get('photo') as File;
    expect([photo.name, photo.type]).toEqual(['me.jpg', 'image/jpeg']);
    expect(PHOTO.equals(Buffer.from(await photo.arrayBuffer()))).toBe(true);
    expect(reports).toEqual([]);
  });

  test.each([
    ['multer on a disk', () => [load('multer')({ dest: DISK }).any()]],
    [
      'express-fileupload on a disk',
      () => [load('express-fileupload')({ useTempFiles: true, tempFileDir: DISK })],
    ],
    ['a text parser', (lib: typeof express) => [lib.text({ type: '*/*', limit: '1mb' })]],
    [
      'what has bodies read as UTF-8',
      () =>
        [
          (request, _response, next) => {
            request.setEncoding('utf8');
            next();
          },
        ] as RequestHandler[],
    ],
    [
      'whatever reads it and leaves nothing',
      () =>
        [(request, _response, next) => void request.on('data', () => {}).on('end', next)] as RequestHandler[],
    ],
  ] as [string, (lib: typeof express) => RequestHandler[]][])(
    'names what to do where %s took the form',
    async (_, parsers) => {
      const reports: ErrorReport[] = [];
      const browser = await start(parsers, reports);
      expect(await browser.upload('/proxy/api/analyze', PHOTO)).toMatchObject({
        status: 500,
        json: { code: 'internal_error' },
      });
      expect(reports[0]?.message).toContain('mount it before body parsers and upload handlers');
      expect(sentOf('analyzePhoto')).toBeUndefined();
    },
  );
});
