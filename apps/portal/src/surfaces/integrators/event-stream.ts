import { toEnvelope } from '../../domain/outbox.ts';
import { leastIdOf, timeOfId } from '../../foundation/ids.ts';
import type { Portal } from '../../runtime/portal.ts';
import type { Health } from '../health.ts';

export interface StreamOptions {
  /** Begin where this event was, and not now; what was sent shortly before it may come again. */
  readonly after: string | undefined;
  /** Asked before events are sent: the key may have been revoked since. */
  readonly allowed: () => Promise<boolean>;
  readonly signal: AbortSignal;
  readonly closed: () => void;
}

interface StreamedEvent {
  readonly id: string;
  readonly type: string;
  readonly created_at: Date;
  readonly data: unknown;
}

const POLL_MS = 400;
const HEARTBEAT_MS = 15_000;
/** An id is made before its transaction commits, so that a later one may be there first by this much (ms). */
const OVERLAP_MS = 30_000;
const PAGE = 200;

/** A store's events as server-sent events, in about the order they were committed in. */
export function streamEvents(
  portal: Portal,
  health: Health,
  storeId: string,
  { after, allowed, signal, closed }: StreamOptions,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cancelled = false;
  let wanted = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => wanted.resolve(), { once: true });

  async function run(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const over = () => cancelled || signal.aborted || health.closing;
    // Nothing is read ahead of a reader who does not read: all there is would pile up in memory.
    const send = async (text: string) => {
      while ((controller.desiredSize ?? 0) <= 0 && !over()) {
        wanted = Promise.withResolvers();
        // Nobody calls when the portal closes.
        const timer = setTimeout(wanted.resolve, POLL_MS);
        await wanted.promise;
        clearTimeout(timer);
      }
      if (!over()) controller.enqueue(encoder.encode(text));
    };
    const seen = new Map<string, number>();
    const began = portal.clock.now().getTime();
    let from = after === undefined ? began : (timeOfId(after) ?? began) - OVERLAP_MS;
    let reached = from;
    let spoke = performance.now();
    await send(': listening\n\n');
    while (!over()) {
      await portal.clock.catchUp?.();
      const looked = portal.clock.now().getTime();
      // A test clock was put back: what happens now is before what was seen.
      if (looked < Math.max(from, reached - OVERLAP_MS)) reached = from = looked - 2 * POLL_MS;
      let checked = false;
      for await (const event of eventsFrom(Math.max(from, reached - OVERLAP_MS))) {
        const { id, created_at } = event;
        if (seen.has(id)) continue;
        checked ||= await allowed();
        if (!checked || over()) return;
        seen.set(id, created_at.getTime());
        await send(`id: ${id}\ndata: ${JSON.stringify(toEnvelope(event))}\n\n`);
        spoke = performance.now();
      }
      reached = Math.max(reached, looked);
      for (const [id, at] of seen) if (at < reached - 2 * OVERLAP_MS) seen.delete(id);
      if (performance.now() - spoke > HEARTBEAT_MS) {
        await send(': still here\n\n');
        spoke = performance.now();
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  async function* eventsFrom(time: number): AsyncGenerator<StreamedEvent> {
    // Ids sort by time: this is before every id of that moment.
    let last = leastIdOf('evt_', time);
    for (;;) {
      const page = await portal.db
        .selectFrom('outbox')
        .select(['id', 'type', 'created_at', 'data'])
        .where('store_id', '=', storeId)
        .where('id', '>', last)
        .orderBy('id')
        .limit(PAGE)
        .execute();
      yield* page;
      const end = page.at(-1);
      if (!end || page.length < PAGE) return;
      last = end.id;
    }
  }

  return new ReadableStream({
    start(controller) {
      run(controller)
        .then(
          () => controller.close(),
          (error: unknown) => controller.error(error),
        )
        // Closed by the other side already.
        .catch(() => {})
        .finally(closed);
    },
    pull: () => wanted.resolve(),
    cancel() {
      cancelled = true;
      wanted.resolve();
    },
  });
}
