import http from 'node:http';
import { createRequire } from 'node:module';
import { Writable } from 'node:stream';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import type express from 'express';
import type { Request, RequestHandler, Response } from 'express';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createExpressStorefront } from '../src/hosts/express.ts';
import type { ErrorReport } from '../src/index.ts';
import { SHOP } from './browser.ts';
import { identify } from './hosts.ts';
import { holdAround, OWN_HEADERS, optionsAround } from './suites/around.ts';
import { useUpstream } from './upstream.ts';

// Few of these libraries come with types.
const load = createRequire(import.meta.url);
const upstream = useUpstream();
const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
const session = { secret: 's', resave: true, saveUninitialized: true, rolling: true };

/** What applications put around the mount, old versions beside those of today. */
const AROUND: Record<string, () => RequestHandler[]> = {
  'express-session 1.18.1': () => [load('express-session-1.18.1')(session), visits],
  'express-session': () => [load('express-session')(session), visits],
  'cookie-session 1': () => [load('cookie-session-1')({ keys: ['k'] }), visits],
  'cookie-session': () => [load('cookie-session')({ keys: ['k'] }), visits],
  'compression 1.7': () => [load('compression-1.7')({ threshold: 0 })],
  'compression 1.8.0': () => [load('compression-1.8.0')({ threshold: 0 })],
  compression: () => [load('compression')({ threshold: 0 })],
  cors: () => [load('cors')({ origin: SHOP, credentials: true, exposedHeaders: ['X-Request-Id'] })],
  'helmet 3': () => [load('helmet-3')()],
  helmet: () => [load('helmet')()],
  'response-time 2.3.2': () => [load('response-time-2.3.2')()],
  'response-time': () => [load('response-time')()],
  morgan: () => [load('morgan')('combined', { stream: nowhere })],
  'pino-http': () => [load('pino-http')({}, nowhere)],
  'express-rate-limit 6': () => [load('express-rate-limit-6')({ max: 99, standardHeaders: true })],
  'express-rate-limit': () => [
    load('express-rate-limit').rateLimit({ limit: 99, standardHeaders: 'draft-8' }),
  ],
  'connect-timeout': () => [load('connect-timeout')('30s')],
  'a log that takes every chunk for a buffer': () => [keepChunks],
  'a clock around the head': () => [timeHead],
  'a rule for each cookie': () => [markCookies],
  'what rewrites a body in end': () => [rewriteAtEnd],
  'what takes buffers alone in end, of every response': () => [buffersAlone],
  'a framing and a status of its own': () => [frameAsOwn],
};

function visits(request: Request, _response: Response, next: () => void) {
  const { session } = request as unknown as { session: { visits?: number } };
  session.visits = (session.visits ?? 0) + 1;
  next();
}

function keepChunks(_request: Request, response: Response, next: () => void) {
  const chunks: Buffer[] = [];
  const { end } = response;
  response.end = (...given: unknown[]) => {
    if (given[0]) chunks.push(given[0] as Buffer);
    JSON.parse(Buffer.concat(chunks).toString() || 'null');
    return Reflect.apply(end, response, given);
  };
  next();
}

function timeHead(_request: Request, response: Response, next: () => void) {
  const { writeHead } = response;
  response.writeHead = (status: number) => {
    response.setHeader('Server-Timing', `bytes;dur=${response.getHeader('Content-Length')}`);
    return writeHead.call(response, status);
  };
  next();
}

function markCookies(_request: Request, response: Response, next: () => void) {
  const { setHeader } = response;
  response.setHeader = (name, value) => {
    const isCookie = name.toLowerCase() === 'set-cookie';
    const marked = [value].flat().map((cookie) => `${cookie}; Partitioned`);
    return setHeader.call(response, name, isCookie ? marked : value);
  };
  next();
}

function rewriteAtEnd(_request: Request, response: Response, next: () => void) {
  const { end } = response;
  response.end = (...given: unknown[]) => {
    response.removeHeader('Content-Length');
    response.setHeader('Digest', 'late');
    return Reflect.apply(end, response, given);
  };
  next();
}

function buffersAlone(_request: Request, response: Response, next: () => void) {
  const kind = Object.create(Object.getPrototypeOf(response));
  kind.end = function (chunk: unknown) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('not a buffer');
    return Reflect.apply(http.ServerResponse.prototype.end, this, [chunk]);
  };
  Object.setPrototypeOf(response, kind);
  next();
}

function frameAsOwn(_request: Request, response: Response, next: () => void) {
  response.setHeader('Transfer-Encoding', 'chunked');
  response.setHeader('Trailer', 'Digest');
  response.statusCode = 404;
  response.statusMessage = 'Nowhere\n';
  next();
}

async function start(
  version: string,
  around: RequestHandler[],
  reports: ErrorReport[],
  ...within: RequestHandler[]
): Promise<string> {
  const storefront = createExpressStorefront({ ...upstream.options, ...optionsAround(reports), identify });
  const app = (load(version) as typeof express)();
  for (const one of around) app.use(one);
  app.use((_request, response, next) => {
    const { 'Access-Control-Allow-Origin': origin, 'Content-Type': type, ...lists } = OWN_HEADERS;
    response.set({ 'Access-Control-Allow-Origin': origin, 'Content-Type': type });
    for (const [name, value] of Object.entries(lists)) response.append(name, value);
    next();
  });
  app.use('/api', ...within, storefront);
  const { url, close } = await listenOnLoopback(http.createServer(app));
  onTestFinished(close);
  return `${url}/api`;
}

describe.each(['express', 'express-4'])('in %s', (version) => {
  test.each(Object.keys(AROUND))('lives behind %s', async (name) => {
    const reports: ErrorReport[] = [];
    await holdAround(fetch, await start(version, AROUND[name]?.() ?? [], reports), reports);
  });

  test('lives behind all of it together', async () => {
    const reports: ErrorReport[] = [];
    const all = Object.entries(AROUND).flatMap(([name, make]) =>
      /session( 1$|$)|a log/.test(name) ? [] : make(),
    );
    await holdAround(fetch, await start(version, all, reports), reports);
  });
});

test.each(['setHeader', 'writeHead', 'end'] as const)(
  'a %s around ours that throws is told, and 500 answered past it',
  async (name) => {
    const reports: ErrorReport[] = [];
    const broken: RequestHandler = (_request, response, next) => {
      Object.defineProperty(response, name, { get: thrower });
      next();
    };
    const url = await start('express', [], reports, broken);
    const answer = await fetch(`${url}/nonce`);
    expect([answer.status, answer.headers.get('vary')]).toEqual([500, 'Cookie']);
    expect(await answer.json()).toMatchObject({ code: 'internal_error' });
    expect(reports).toMatchObject([{ kind: 'internal', message: expect.stringContaining('a store') }]);
  },
);

function thrower(): never {
  throw new Error('a store that fails');
}

test('what the application times out is its own answer, and its log is told', async () => {
  upstream.server.use('getStatus', { scenario: 'ALLOWED', delayMs: 9000 });
  const reports: ErrorReport[] = [];
  const url = await start(
    'express',
    AROUND['connect-timeout'] ? [load('connect-timeout')('50ms')] : [],
    reports,
  );
  expect((await fetch(`${url}/status`)).status).toBe(503);
  await expect.poll(() => reports).toHaveLength(1);
  expect(reports[0]?.message).toContain('the application has answered the request itself');
});
