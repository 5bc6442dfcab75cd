import { createRequire } from 'node:module';
import Fastify, { type FastifyInstance } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { createFastifyStorefront } from '../src/hosts/fastify.ts';
import type { ErrorReport } from '../src/index.ts';
import { SHOP } from './browser.ts';
import { identify } from './hosts.ts';
import { holdAround, OWN_HEADERS, optionsAround } from './suites/around.ts';
import { useUpstream } from './upstream.ts';

const load = createRequire(import.meta.url);
const upstream = useUpstream();
const secret = 'a secret of thirty-two characters or more';

const AROUND: Record<string, (app: FastifyInstance) => unknown> = {
  nothing: () => {},
  '@fastify/cookie': (app) => {
    app.register(load('@fastify/cookie'));
    app.addHook('onRequest', async (_request, reply) => {
      (reply as unknown as { setCookie(name: string, value: string): void }).setCookie('hook', '1');
    });
  },
  '@fastify/session': (app) => {
    app.register(load('@fastify/cookie'));
    app.register(load('@fastify/session'), { secret, cookie: { secure: false }, saveUninitialized: true });
  },
  '@fastify/compress': (app) => app.register(load('@fastify/compress'), { threshold: 0 }),
  '@fastify/cors': (app) => app.register(load('@fastify/cors'), { origin: SHOP, credentials: true }),
  '@fastify/helmet': (app) => app.register(load('@fastify/helmet')),
  '@fastify/etag': (app) => app.register(load('@fastify/etag')),
  '@fastify/multipart that fills in bodies': (app) =>
    app.register(load('@fastify/multipart'), { attachFieldsToBody: true }),
  'a log that hears the body besides, as fastify-raw-body': (app) =>
    app.addHook('preParsing', (_request, _reply, payload, done) => {
      payload.on('data', () => {});
      done(null, payload);
    }),
  'a framing and a status of its own': (app) =>
    app.addHook('onRequest', async (_request, reply) => {
      reply.code(404).header('Transfer-Encoding', 'chunked').raw.setHeader('Trailer', 'Digest');
    }),
  'onSend hooks that read the text': (app) =>
    app.addHook('onSend', async (_request, reply, payload) => {
      reply.header('Server-Timing', `bytes;dur=${(payload as string).replace(/\s/g, '').length}`);
    }),
  'onSend hooks that write the text': (app) =>
    app.addHook('onSend', async (_request, _reply, payload) => (payload as string).replace('{', '{ ')),
  'express-session in @fastify/express': async (app) => {
    await app.register(load('@fastify/express'));
    const session = load('express-session-1.18.1');
    (app as unknown as { use(one: unknown): void }).use(
      session({ secret, resave: true, saveUninitialized: true }),
    );
  },
  'compression in @fastify/middie': async (app) => {
    await app.register(load('@fastify/middie'));
    (app as unknown as { use(one: unknown): void }).use(load('compression-1.8.0')({ threshold: 0 }));
  },
};

async function start(name: string, reports: ErrorReport[], own: boolean): Promise<string> {
  const app = Fastify();
  onTestFinished(() => app.close());
  await AROUND[name]?.(app);
  app.addHook('onRequest', async (_request, reply) => {
    for (const [header, value] of Object.entries(OWN_HEADERS)) {
      if (own) reply.header(header, value);
      else reply.raw.setHeader(header, value);
    }
  });
  const storefront = createFastifyStorefront({ ...upstream.options, ...optionsAround(reports), identify });
  app.register(storefront, { prefix: '/api' });
  return `${await app.listen({ host: '127.0.0.1', port: 0 })}/api`;
}

test.each(Object.keys(AROUND))('lives behind %s', async (name) => {
  const reports: ErrorReport[] = [];
  await holdAround(fetch, await start(name, reports, true), reports);
});

test('keeps what is set on Node’s own response', async () => {
  const reports: ErrorReport[] = [];
  await holdAround(fetch, await start('nothing', reports, false), reports);
});

test('keeps cookies of Node’s own response beside those of Fastify’s', async () => {
  AROUND['two kinds of cookies'] = (app) =>
    app.addHook('onRequest', async (_request, reply) => void reply.raw.setHeader('Set-Cookie', 'raw=1'));
  const url = await start('two kinds of cookies', [], true);
  for (const [path, ours] of [
    ['status', []],
    ['nonce', ['XSRF-TOKEN']],
  ] as const) {
    const cookies = (await fetch(`${url}/${path}`)).headers.getSetCookie();
    expect(cookies.map((line) => line.split('=')[0])).toEqual(['raw', 'shop', 'two', ...ours]);
  }
});

test('a hook that fails at the answer is told to the log', async () => {
  const reports: ErrorReport[] = [];
  AROUND['a hook that fails'] = (app) =>
    app.addHook('onSend', async (_request, reply) => {
      if (reply.statusCode === 200) throw new Error('no way out');
    });
  const url = await start('a hook that fails', reports, true);
  expect((await fetch(`${url}/status`)).status).toBe(500);
  expect(reports).toMatchObject([{ kind: 'internal', operationId: 'getStorefrontStatus' }]);
  expect(reports[0]?.message).toContain('no way out');
});
