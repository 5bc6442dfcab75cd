import { clientAddress } from '@genvoris/http';
import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import { toErrorAnswer } from '../../api/http/answer.ts';
import { bearerOf } from '../../api/http/caller.ts';
import { parseJsonBody, readBody } from '../../api/http/read-body.ts';
import { findKey, hashKey, type StoreIdentity } from '../../domain/stores/api-key.ts';
import { ApiError } from '../../foundation/api-error.ts';
import type { Portal } from '../../runtime/portal.ts';
import type { Health } from '../health.ts';
import { streamEvents } from './event-stream.ts';
import { moveClock, readClock } from './move-clock.ts';
import { triggerEvent } from './trigger-event.ts';

const MAX_BODY_BYTES = 65_536;
/** Streams of one store at a time. */
const MOST_STREAMS = 8;
/** Counted like an operation of the contract: else keys could be tried here as fast as one likes. */
const COUNTED = { operationId: 'integrators', rateLimit: { limit: 120, windowSeconds: 60, by: ['key'] } };

/**
 * What the commands `portal listen`, `portal trigger` and `portal clock` talk to; not of the contract, so that
 * nobody but them should. `GET /dev/events` streams a store's events, `POST /dev/trigger` makes one up, `/dev/clock`
 * tells the portal's time and moves it.
 */
export function mountIntegrators(
  app: Hono<{ Bindings: HttpBindings }>,
  portal: Portal,
  health: Health,
): void {
  const streams = new Map<string, number>();

  app.get('/dev/events', (c) =>
    answered(portal, c, async () => {
      const { storeId } = await storeOf(portal, c);
      const keyHash = hashKey(bearerOf(c.req.raw.headers) ?? '');
      const open = streams.get(storeId) ?? 0;
      if (open >= MOST_STREAMS) throw new ApiError('rate_limited', { retryAfter: 5 });
      streams.set(storeId, open + 1);
      const body = streamEvents(portal, health, storeId, {
        after: c.req.query('after'),
        allowed: async () => isServed(await findKey(portal.db, keyHash)),
        signal: c.req.raw.signal,
        closed: () => {
          const left = (streams.get(storeId) ?? 1) - 1;
          if (left > 0) streams.set(storeId, left);
          else streams.delete(storeId);
        },
      });
      return new Response(body, {
        headers: {
          'Content-Type': 'text/event-stream',
          'Cache-Control': 'no-store',
          'X-Accel-Buffering': 'no',
          // Or a server that closes would wait for a connection that is kept for nothing.
          Connection: 'close',
        },
      });
    }),
  );

  app.post('/dev/trigger', (c) =>
    answered(portal, c, async () => {
      const request = c.req.raw;
      const { storeId } = await storeOf(portal, c);
      // What is made up would reach the receivers of a real shop.
      requireTestKey(request, 'Events are triggered');
      const body = parseJsonBody(
        await readBody(request, MAX_BODY_BYTES),
        request.headers.get('content-type'),
      );
      const event = await portal.db
        .transaction()
        .execute((trx) => triggerEvent(trx, storeId, body, portal.clock.now()));
      portal.webhooks.wake();
      return Response.json(event, { status: 202 });
    }),
  );

  app.get('/dev/clock', (c) =>
    answered(portal, c, async () => {
      await storeOf(portal, c);
      return Response.json(readClock(portal));
    }),
  );

  app.post('/dev/clock', (c) =>
    answered(portal, c, async () => {
      const request = c.req.raw;
      await storeOf(portal, c);
      requireTestKey(request, 'The clock is moved');
      const bytes = await readBody(request, MAX_BODY_BYTES);
      const moved = await moveClock(portal, parseJsonBody(bytes, request.headers.get('content-type')));
      // What has become due is sent now; the other processes look within a second.
      portal.webhooks.wake();
      return Response.json(moved);
    }),
  );
}

function requireTestKey(request: Request, what: string): void {
  if (bearerOf(request.headers)?.startsWith('gvk_test_')) return;
  throw new ApiError('invalid_body', { detail: `${what} with a test key (gvk_test_…).` });
}

async function answered(portal: Portal, c: Context, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ApiError)) portal.log.error({ error, path: c.req.path }, 'failed');
    const { status, body, headers } = toErrorAnswer(
      'error',
      error instanceof ApiError ? error : new ApiError('internal_error'),
    );
    return Response.json(body, { status, headers: { ...headers } });
  }
}

async function storeOf(
  portal: Portal,
  { env, req }: Context<{ Bindings: HttpBindings }>,
): Promise<StoreIdentity> {
  const keyHash = hashKey(bearerOf(req.raw.headers) ?? '');
  const peer = env.incoming?.socket.remoteAddress;
  const address = clientAddress(peer, req.header('x-forwarded-for'), portal.config.trustedProxies);
  return portal.failedAuthentications.guard(address, async () => {
    await portal.rateLimits.take(COUNTED, { keyHash, address });
    const store = await findKey(portal.db, keyHash);
    if (!store) throw new ApiError('invalid_key');
    if (!isServed(store)) throw new ApiError('account_inactive');
    return store;
  });
}

function isServed(store: StoreIdentity | undefined): boolean {
  return store !== undefined && store.storeStatus !== 'SUSPENDED';
}
