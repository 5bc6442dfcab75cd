import http, { type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import express from 'express';
import Fastify from 'fastify';
import { createExpressStorefront } from '../src/hosts/express.ts';
import { createFastifyStorefront } from '../src/hosts/fastify.ts';
import { createNodeStorefront } from '../src/hosts/node.ts';
import { createStorefront, type StorefrontOptions, type StorefrontRequest } from '../src/index.ts';
import { createLaravelStorefront } from '../src/laravel.ts';

/** What the battery sets; the host adds who is signed in, by the cookie `shopper`, unless the platform knows it. */
export type HostOptions = Omit<StorefrontOptions<unknown>, 'identify' | 'basePath'>;

export interface RunningHost {
  url: string;
  close(): Promise<void>;
}

export interface Host {
  name: string;
  /** The status of a missing CSRF token. */
  csrfStatus: number;
  start(options: HostOptions): Promise<RunningHost>;
}

/** By the cookie `shopper`. */
export function identify(request: StorefrontRequest) {
  const [, id] = /(?:^|; )shopper=([^;]+)/.exec(request.header('cookie') ?? '') ?? [];
  return id === undefined ? null : { id };
}

function identified(options: HostOptions): StorefrontOptions<unknown> {
  const { platform } = options;
  return typeof platform === 'object' && platform.identify !== undefined ? options : { ...options, identify };
}

export const HOSTS: Host[] = [
  {
    name: 'Express',
    csrfStatus: 403,
    start(options) {
      const storefront = createExpressStorefront(identified(options));
      const server = http.createServer(express().use('/api/proxy', storefront));
      return listen(server, '/api/proxy', storefront);
    },
  },
  {
    name: 'Fastify',
    csrfStatus: 403,
    async start(options) {
      const storefront = createFastifyStorefront(identified(options));
      const app = Fastify();
      app.register(storefront, { prefix: '/api/proxy' });
      await app.ready();
      return listen(app.server, '/api/proxy', storefront);
    },
  },
  {
    name: 'Node',
    csrfStatus: 403,
    start(options) {
      const storefront = createNodeStorefront({ ...identified(options), basePath: '/genvoris-proxy' });
      return listen(http.createServer(storefront), '/genvoris-proxy', storefront);
    },
  },
  {
    name: 'fetch',
    csrfStatus: 403,
    start(options) {
      const storefront = createStorefront({ ...identified(options), basePath: '/api/genvoris' });
      const server = http.createServer((message, response) => {
        void answerWith(storefront.fetch, message, response);
      });
      return listen(server, '/api/genvoris', storefront);
    },
  },
  {
    name: 'Laravel-style',
    csrfStatus: 419,
    start(options) {
      const storefront = createLaravelStorefront(identified(options));
      return listen(http.createServer(storefront), '/api/genvoris', storefront);
    },
  },
];

/** The least bridge a host of Web requests needs. */
async function answerWith(
  fetch: (request: Request) => Promise<Response>,
  message: IncomingMessage,
  response: http.ServerResponse,
) {
  const controller = new AbortController();
  response.on('close', () => controller.abort());
  const headers = new Headers();
  for (let i = 0; i < message.rawHeaders.length; i += 2)
    headers.append(message.rawHeaders[i] ?? '', message.rawHeaders[i + 1] ?? '');
  const hasBody = !['GET', 'HEAD'].includes(message.method ?? '');
  const target = message.url ?? '';
  const url = target.startsWith('/') ? `http://${message.headers.host}${target}` : target;
  const request = new Request(URL.canParse(url) ? url : `http://${message.headers.host}`, {
    method: message.method ?? 'GET',
    headers,
    signal: controller.signal,
    ...(hasBody && { body: Readable.toWeb(message) as ReadableStream, duplex: 'half' }),
  });
  const answer = await fetch(request);
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

async function listen(
  server: http.Server,
  mount: string,
  storefront: { close(): Promise<void> },
): Promise<RunningHost> {
  const { url, close } = await listenOnLoopback(server);
  return { url: url + mount, close: () => close().then(storefront.close) };
}
