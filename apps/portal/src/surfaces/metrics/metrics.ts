import { type Kysely, sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Portal } from '../../runtime/portal.ts';
import type { Schema } from '../../storage/schema.ts';

export interface Metrics {
  /** Returns how to say that the request is over. */
  requestBegins(): (route: string, status: number) => void;
  read(): Promise<{ contentType: string; text: string }>;
}

/** What this process knows of itself, and what waits in the database it shares. */
export function createMetrics({ db, clock }: Pick<Portal, 'db' | 'clock'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'genvoris_http_request_duration_seconds',
    help: 'Time to the answer, by route and status.',
    labelNames: ['route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const open = new Gauge({
    name: 'genvoris_http_requests_open',
    help: 'Requests that are not answered yet.',
    registers: [registry],
  });
  const waiting = new Gauge({
    name: 'genvoris_waiting',
    help: `Rows that wait for a worker: events not yet fanned out, deliveries that are due. Counted up to ${MOST}.`,
    labelNames: ['what'],
    registers: [registry],
  });
  const overdue = new Gauge({
    name: 'genvoris_oldest_waiting_seconds',
    help: 'How long the oldest of them has waited.',
    labelNames: ['what'],
    registers: [registry],
  });
  return {
    requestBegins() {
      open.inc();
      const started = performance.now();
      return (route, status) => {
        open.dec();
        requests.observe({ route, status }, (performance.now() - started) / 1000);
      };
    },
    async read() {
      for (const { what, count, oldest } of await readQueues(db, clock.now())) {
        waiting.set({ what }, count);
        overdue.set({ what }, oldest);
      }
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

/** More than this is too much whatever it is, and counting it would add to the load. */
const MOST = 10_000;

interface Queue {
  readonly what: string;
  readonly count: number;
  readonly oldest: number;
}

async function readQueues(db: Kysely<Schema>, now: Date): Promise<Queue[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const { rows } = await sql<Queue>`
    select what, count(since)::int as count,
      greatest(0, coalesce(extract(epoch from ${at} - min(since)), 0))::float8 as oldest
    from (values ('events'), ('deliveries')) as w(what)
    left join lateral (
      (select created_at as since from outbox where what = 'events' and taken_at is null
        order by created_at, store_id, id limit ${MOST})
      union all
      (select next_attempt_at from webhook_deliveries where what = 'deliveries' and status = 'pending'
        and not held and next_attempt_at <= ${at} order by next_attempt_at, store_id, id limit ${MOST})
    ) q on true group by what`.execute(db);
  return rows;
}
