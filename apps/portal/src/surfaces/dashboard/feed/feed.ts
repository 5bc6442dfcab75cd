import { findMerchantSession, type MerchantSession } from '../../../domain/merchants/merchant-session.ts';
import type { Portal } from '../../../runtime/portal.ts';
import type { Health } from '../../health.ts';
import { watchStores } from './watch.ts';

export interface Feed {
  /** A stream of the store's try-ons as they happen (text/event-stream). */
  open(session: MerchantSession, request: Request): Response;
}

const MOST_STREAMS = 200;
/** Of one store: else one merchant's tabs would be all the feeds there are. */
const MOST_OF_A_STORE = 40;
/** Who does not read that many is let go, and asks again from where it was. */
const MOST_UNREAD = 100;
// Also how long a stream outlives its sign-in (ms).
const HEARTBEAT_MS = 15_000;
const EVENT_ID = /^try_[0-9A-Z]{26}$/;

export function createFeed(portal: Portal, health: Health): Feed {
  const watch = watchStores(portal, health);
  let streams = 0;
  const ofStores = new Map<string, number>();
  const count = (storeId: string, change: 1 | -1) => {
    streams += change;
    const open = (ofStores.get(storeId) ?? 0) + change;
    if (open > 0) ofStores.set(storeId, open);
    else ofStores.delete(storeId);
  };
  return {
    open(session, request) {
      const full = streams >= MOST_STREAMS || (ofStores.get(session.storeId) ?? 0) >= MOST_OF_A_STORE;
      if (full || health.closing) return new Response(null, { status: 503 });
      count(session.storeId, 1);
      const { headers } = request;
      const asked = headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after') ?? '';
      const encoder = new TextEncoder();
      let stop = () => {};
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const say = (text: string) => controller.enqueue(encoder.encode(text));
          say('retry: 3000\n: open\n\n');
          const end = () => {
            stop();
            controller.close();
          };
          const heartbeat = setInterval(async () => {
            const valid = await findMerchantSession(portal.db, headers, portal.clock.now()).catch(
              () => undefined,
            );
            if (stopped) return;
            if (valid) say(': still here\n\n');
            else end();
          }, HEARTBEAT_MS);
          let stopped = false;
          const leave = watch.join(session.storeId, {
            after: EVENT_ID.test(asked) ? asked : undefined,
            tell: (item) => {
              if (stopped) return;
              if (-(controller.desiredSize ?? 0) >= MOST_UNREAD) end();
              else say(`id: ${item.id}\nevent: tryon\ndata: ${JSON.stringify(item)}\n\n`);
            },
            end,
          });
          stop = () => {
            if (stopped) return;
            stopped = true;
            count(session.storeId, -1);
            clearInterval(heartbeat);
            leave();
          };
        },
        cancel: () => stop(),
      });
      return new Response(body, {
        headers: {
          'Content-Type': 'text/event-stream',
          'Cache-Control': 'no-store',
          // A server that shuts down waits for its connections.
          Connection: 'close',
          'X-Accel-Buffering': 'no',
          'X-Content-Type-Options': 'nosniff',
        },
      });
    },
  };
}
