import http from 'node:http';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import { rawRequest } from '@genvoris/testing/raw-request';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { createExpressStorefront } from '../src/hosts/express.ts';
import { createNodeStorefront } from '../src/hosts/node.ts';
import type { ErrorReport } from '../src/index.ts';
import { HOSTS } from './hosts.ts';
import { useUpstream } from './upstream.ts';

const upstream = useUpstream();

test.each(HOSTS)('a cookie that is unfit for a header is told to the log on $name', async ({ start }) => {
  const reports: ErrorReport[] = [];
  const host = await start({
    ...upstream.options,
    csrf: {
      header: 'X-WP-Nonce',
      issue: () => ({ nonce: 'n', expiresAt: new Date(0), cookies: ['a=1\nSet-Cookie: b=2'] }),
      verify: () => true,
    },
    onError: (report) => reports.push(report),
  });
  onTestFinished(host.close);
  const answer = await rawRequest(host.url, { path: '/nonce' });
  expect(answer).toMatchObject({ status: 500, json: { code: 'internal_error' } });
  expect(answer.headers).not.toHaveProperty('set-cookie');
  expect(reports).toMatchObject([
    { kind: 'internal', operationId: 'getNonce', status: 500, requestId: answer.headers['x-request-id'] },
  ]);
});

test('an application that answers first is told of, and the call upstream is ended', async () => {
  upstream.server.use('getStatus', { scenario: 'ALLOWED', delayMs: 9000 });
  const reports: ErrorReport[] = [];
  const onError = (report: ErrorReport) => reports.push(report);
  const app = express().use((_request, response, next) => {
    void upstream.server.waitForRequest(() => true).then(() => response.status(503).end());
    next();
  });
  app.use(createExpressStorefront({ ...upstream.options, onError }));
  const { url, close } = await listenOnLoopback(http.createServer(app));
  onTestFinished(close);
  expect((await rawRequest(url, { path: '/status' })).status).toBe(503);
  await upstream.server.waitForRequest(({ aborted }) => aborted);
  await expect.poll(() => reports).toHaveLength(1);
  expect(reports[0]?.message).toContain('the application has answered the request itself');
});

test('a response that was not made by Node’s server is answered like any', async () => {
  // As the adapters of functions in a cloud make it.
  class Foreign<Message extends http.IncomingMessage> extends http.ServerResponse<Message> {
    override readonly req = {} as Message;
  }
  const storefront = createNodeStorefront({ ...upstream.options, guests: true, basePath: '/' });
  const { url, close } = await listenOnLoopback(http.createServer({ ServerResponse: Foreign }, storefront));
  onTestFinished(close);
  expect((await rawRequest(url, { path: '/status' })).status).toBe(200);
});
