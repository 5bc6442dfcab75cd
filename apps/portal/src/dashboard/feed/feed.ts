import { findMerchantSession, type MerchantSession } from '../../connect/merchant-session.ts';
import type { Health } from '../../http/health.ts';
import type { Portal } from '../../portal.ts';
import { watchStores } from './watch.ts';

export interface Feed {
  /** A stream of the store's try-ons as they happen (text/event-stream). */
  open(session: MerchantSession, request: Request): Response;
}

const MOST_STREAMS = 200;
// Also how long a stream outlives its sign-in (ms).
const HEARTBEAT_MS = 15_000;
const EVENT_ID = /^try_[0-9A-Z]{26}$/;

export function createFeed(portal: Portal, health: Health): Feed {
  const watch = watchStores(portal, health);
  let streams = 0;
  return {
    open(session, request) {
      if (streams >= MOST_STREAMS || health.closing) return new Response(null, { status: 503 });
      streams += 1;
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
            tell: (item) => say(`id: ${item.id}\nevent: tryon\ndata: ${JSON.stringify(item)}\n\n`),
            end,
          });
          stop = () => {
            if (stopped) return;
            stopped = true;
            streams -= 1;
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
