import { WIDGET_EVENT_TYPES } from '@genvoris/contract';
import {
  createEventRecorder,
  type EventRecorder,
} from '../../apps/portal/src/domain/funnel/event-recorder.ts';
import { type EventRow, toEventRow } from '../../apps/portal/src/domain/funnel/widget-event.ts';
import type { Database, RunStatement } from '../../apps/portal/src/storage/database.ts';

const PER_REQUEST = 50;
const CLIENTS = 64;
const PRODUCTS = 400;
const SETTINGS = { keptDays: 30, mostProducts: 1_000 };

let visits = 0;

/** Ten visits of five events each. */
function request(): EventRow[] {
  return Array.from({ length: PER_REQUEST }, (_, n) => {
    if (n % 5 === 0) visits += 1;
    return toEventRow({
      sessionId: `visit-${visits}`,
      eventType: WIDGET_EVENT_TYPES[n % 5] ?? 'CLOSED',
      productId: `product-${(visits * 7) % PRODUCTS}`,
      pageUrl: `https://shop.example/p/product-${(visits * 7) % PRODUCTS}`,
      metadata: { platform: 'woocommerce' },
    });
  });
}

/** What somebody would write first: two statements for each event. */
const NAIVE = {
  name: 'one_event',
  text: `insert into widget_events (store_id, at, session_id, event_type, product_id, page_url, platform, metadata)
    values ($1, now(), $2, $3, $4, $5, $6, $7)`,
};
const NAIVE_COUNT = {
  name: 'one_count',
  text: `insert into funnel_counts as c (store_id, unit, part, at, product_id, platform, events, sessions, opened, photo,
      tried, viewed, shared, cart, checkout, closed, ordered, ordered_after_tryon, tried_and_ordered)
    values ($1, 'day', 'product', date_trunc('day', now()), $2, $3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    on conflict (store_id, unit, part, at, product_id, platform) do update set events = c.events + 1`,
};

/** Events per second and statements per 50 events: ours, alone and at once, and one by one. */
export async function measure(database: Database, storeId: string, seconds: number): Promise<string> {
  const lane = database.openDedicated();
  let statements = 0;
  const run: RunStatement = (statement, values) => {
    statements += 1;
    return lane.run(statement, values);
  };
  const clock = { now: () => new Date() };
  const recorder = createEventRecorder({ run, clock, ...SETTINGS });
  const ours = () => recorder.record({ storeId, events: request(), size: 8_000, idempotency: undefined });
  const naive = async () => {
    for (const row of request()) {
      const { session_id, type, product_id, page, platform, metadata } = row;
      await run(NAIVE, [storeId, session_id, type, product_id, page, platform, JSON.stringify(metadata)]);
      await run(NAIVE_COUNT, [storeId, product_id, platform]);
    }
  };
  const lines = ['| | events/s | statements per 50 events |', '|---|---:|---:|'];
  for (const [name, send, clients] of [
    ['two statements per event', naive, 1],
    ['record_events, one client', ours, 1],
    [`record_events, ${CLIENTS} clients`, ours, CLIENTS],
  ] as const) {
    statements = 0;
    let requests = 0;
    const began = performance.now();
    const until = began + seconds * 1_000;
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (performance.now() < until) {
          await send();
          requests += 1;
        }
      }),
    );
    const took = (performance.now() - began) / 1_000;
    lines.push(
      `| ${name} | ${Math.round((requests * PER_REQUEST) / took)} | ${(statements / requests).toFixed(2)} |`,
    );
  }
  await lane.close();
  return `${lines.join('\n')}\n\n`;
}

/** A day of events, and half as many again of products that nobody has: how large the tables are on the way. */
export async function fill(database: Database, storeId: string, events: number): Promise<string> {
  const lane = database.openDedicated();
  const clock = { now: () => new Date() };
  const recorder = createEventRecorder({ run: lane.run, clock, ...SETTINGS });
  const lines = [
    '| events | widget_events | widget_sessions | funnel_counts, rows | last quarter, events/s |',
    '|---:|---:|---:|---:|---:|',
  ];
  const quarter = events / 4;
  for (let done = 0; done < events * 1.5; done += quarter) {
    const began = performance.now();
    await send(recorder, storeId, quarter, done >= events);
    const rate = quarter / ((performance.now() - began) / 1_000);
    lines.push(
      `| ${done + quarter}${done >= events ? ', random products' : ''} | ${await sizes(lane.run, storeId)} | ${Math.round(rate)} |`,
    );
  }
  await lane.close();
  return `${lines.join('\n')}\n`;
}

async function send(
  recorder: EventRecorder,
  storeId: string,
  events: number,
  random: boolean,
): Promise<void> {
  let left = events / PER_REQUEST;
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (left-- > 0) {
        const rows = request();
        const asked = random ? rows.map((row, n) => ({ ...row, product_id: `random-${visits}-${n}` })) : rows;
        await recorder.record({ storeId, events: asked, size: 8_000, idempotency: undefined });
      }
    }),
  );
}

const SIZES = {
  name: 'sizes',
  text: `select pg_size_pretty(pg_total_relation_size('widget_events')),
    pg_size_pretty(pg_total_relation_size('widget_sessions')),
    (select count(*) from funnel_counts where store_id = $1)`,
};

async function sizes(run: RunStatement, storeId: string): Promise<string> {
  const [row = []] = await run(SIZES, [storeId]);
  return row.join(' | ');
}
