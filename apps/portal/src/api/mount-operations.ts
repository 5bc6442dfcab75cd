import { OPERATIONS, type Operation } from '@genvoris/contract';
import { isRequestId } from '@genvoris/http';
import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import { ApiError } from '../foundation/api-error.ts';
import { AbandonedError } from '../foundation/gate.ts';
import { newId } from '../foundation/ids.ts';
import { familyOf, toErrorAnswer, type WireAnswer } from './http/answer.ts';
import type { Definition, PortalOperationId } from './operations/define.ts';
import { operations } from './operations/index.ts';
import type { Services } from './operations/services.ts';
import { serveOperation } from './serve-operation.ts';

/** For the log and the metrics: nobody is there to get it. */
const CLIENT_GONE = 499;

type Env = { Bindings: HttpBindings };

/** Serves every operation of the contract, and answers 404 where nothing else does. */
export function mountOperations(app: Hono<Env>, portal: Services): void {
  for (const definition of Object.values(operations)) {
    mount(app, portal, definition as unknown as Definition<PortalOperationId>);
  }
  app.notFound((c) => {
    const family = /^\/(status|api\/(analyze|tryon))$/.test(c.req.path) ? 'code' : 'error';
    return respond(toErrorAnswer(family, new ApiError('not_found')), requestIdOf(c, portal));
  });
}

function mount(app: Hono<Env>, portal: Services, definition: Definition<PortalOperationId>): void {
  const operation: Operation = OPERATIONS[definition.operationId];
  const path = operation.path.replace(/\{([^}]+)\}/g, ':$1');
  app.on(operation.method, path, async (c) => {
    const requestId = requestIdOf(c, portal);
    const started = performance.now();
    const log = portal.log.child({ requestId, operation: definition.operationId });
    let storeId: string | undefined;
    let answer: WireAnswer;
    try {
      const served = await serveOperation(portal, definition, {
        request: c.req.raw,
        requestId,
        params: c.req.param() as Record<string, string>,
        query: new URL(c.req.url).searchParams,
        peer: c.env.incoming?.socket.remoteAddress,
      });
      storeId = served.storeId;
      if (storeId !== undefined) portal.tracing?.annotate({ 'genvoris.store.id': storeId });
      answer = served;
    } catch (error) {
      answer = toFailure(error);
    }
    function toFailure(error: unknown): WireAnswer {
      if (error instanceof AbandonedError) return { status: CLIENT_GONE };
      if (error instanceof ApiError) return toErrorAnswer(familyOf(operation), error);
      log.error({ error }, 'failed');
      return toErrorAnswer(familyOf(operation), new ApiError('internal_error'));
    }
    const ms = Math.round((performance.now() - started) * 100) / 100;
    log.info({ storeId, status: answer.status, ms }, 'served');
    return respond(answer, requestId);
  });
}

function requestIdOf(c: Context<Env>, { clock }: Services): string {
  const given = c.req.header('x-request-id');
  return given !== undefined && isRequestId(given) ? given : newId('req_', clock.now());
}

function respond({ status, body, html, headers }: WireAnswer, requestId: string): Response {
  const all = { 'X-Request-Id': requestId, 'X-Content-Type-Options': 'nosniff', ...headers };
  if (html !== undefined) {
    return new Response(html, { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...all } });
  }
  if (body === undefined) return new Response(null, { status, headers: all });
  const json = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };
  return new Response(JSON.stringify(body), { status, headers: { ...json, ...all } });
}
