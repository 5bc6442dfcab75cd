import type { EventType } from '@genvoris/contract';
import { type Kysely, sql } from 'kysely';
import { emit } from '../../domain/outbox.ts';
import { addEndpoint } from '../../domain/webhooks/add-endpoint.ts';
import { SENTENCES } from '../../domain/webhooks/attempt.ts';
import { newId } from '../../foundation/ids.ts';
import type { Vault } from '../../foundation/vault.ts';
import type { Schema } from '../../storage/schema.ts';
import type { EndpointRow } from '../../storage/tables/webhooks.ts';
import { type Attempt, attemptsAt, type Trouble } from './attempts.ts';
import { DAY_MS, type OpenedStore } from './open-store.ts';

export interface Connections {
  readonly shop: EndpointRow;
  readonly analytics: EndpointRow;
}

const SHOP_EVENTS: readonly EventType[] = [
  'credit.balance_added',
  'credit.low_balance',
  'customer.quota_exhausted',
  'end_customer.quota_warning',
  'end_customer.quota_exhausted',
  'end_customer.period_rolled',
  'webhook.disabled',
];
// Younger than what is forgotten (webhooks/schedule.ts).
const ANALYTICS_DAYS_AGO = 24;
const ANALYTICS_FAILS_DAYS_AGO = 17;
const ANALYTICS_OFF_DAYS_AGO = 12;
const SHOP_DOWN_DAYS_AGO = 9;
const KEPT_DAYS = 29;
const ROWS_AT_ONCE = 500;

/** A connected shop with its endpoint, and a receiver that nobody looks after. */
export async function addConnections(
  trx: Kysely<Schema>,
  vault: Vault,
  { storeId, siteKeyId }: OpenedStore,
  began: Date,
  now: Date,
): Promise<Connections> {
  const connectedAt = new Date(began.getTime() + DAY_MS);
  // Names that resolve nowhere (RFC 2606): nobody is sent what happens in a seeded store.
  const shop = await addEndpoint(
    trx,
    vault,
    {
      storeId,
      url: 'https://shop.example/wp-json/genvoris/v1/events',
      events: SHOP_EVENTS,
      description: 'WordPress shop: credits and allowances',
    },
    connectedAt,
  );
  const analytics = await addEndpoint(
    trx,
    vault,
    {
      storeId,
      url: 'https://collect.analytics.example/in/7f3a',
      events: ['tryon.completed', 'tryon.failed'],
      description: 'The analytics of last year',
    },
    daysAgo(now, ANALYTICS_DAYS_AGO),
  );
  await trx
    .insertInto('connected_sites')
    .values({
      store_id: storeId,
      site_url: 'https://shop.example',
      site_name: 'The WordPress shop',
      plugin_version: '2.4.1',
      key_id: siteKeyId,
      endpoint_id: shop.row.id,
      connected_at: connectedAt,
    })
    .execute();
  return { shop: shop.row, analytics: analytics.row };
}

/** What became of the events of the history: no worker sends them again. */
export async function tellOfEvents(
  trx: Kysely<Schema>,
  storeId: string,
  { shop, analytics }: Connections,
  now: Date,
): Promise<void> {
  const off = daysAgo(now, ANALYTICS_OFF_DAYS_AGO);
  const failing = daysAgo(now, ANALYTICS_FAILS_DAYS_AGO);
  await trx
    .updateTable('webhook_endpoints')
    .set({ active: false, failing_since: failing, updated_at: off })
    .where('store_id', '=', storeId)
    .where('id', '=', analytics.id)
    .execute();
  await emit(trx, {
    storeId,
    type: 'webhook.disabled',
    data: {
      store_id: storeId,
      endpoint_id: analytics.id,
      url: analytics.url,
      failing_since: failing.toISOString(),
      last_error: SENTENCES.unresolvable,
    },
    now: off,
  });
  const down = daysAgo(now, SHOP_DOWN_DAYS_AGO);
  await deliver(trx, shop, { from: daysAgo(now, KEPT_DAYS), to: now }, (at, n) =>
    at >= down && at.getTime() < down.getTime() + DAY_MS ? 'down' : n % 9 === 4 ? 'slow' : 'well',
  );
  await deliver(trx, analytics, { from: analytics.created_at, to: off }, (at) =>
    at < failing ? 'well' : off.getTime() - at.getTime() < 3 * 3_600_000 ? 'held' : 'gone',
  );
  await sql`update outbox set taken_at = created_at where store_id = ${storeId}`.execute(trx);
}

async function deliver(
  trx: Kysely<Schema>,
  endpoint: EndpointRow,
  { from, to }: { from: Date; to: Date },
  trouble: (at: Date, n: number) => Trouble,
): Promise<void> {
  const events = await trx
    .selectFrom('outbox')
    .select(['id', 'type', 'created_at'])
    .where('store_id', '=', endpoint.store_id)
    .where('type', 'in', endpoint.events as EventType[])
    .where('created_at', '>=', from)
    .where('created_at', '<=', to)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const deliveries = events.map((event, n) => {
    const attempts = attemptsAt(event.created_at, trouble(event.created_at, n), n);
    return { event, attempts, id: newId('whd_', event.created_at) };
  });
  for (let n = 0; n < deliveries.length; n += ROWS_AT_ONCE) {
    const some = deliveries.slice(n, n + ROWS_AT_ONCE);
    await trx
      .insertInto('webhook_deliveries')
      .values(some.map(({ id, event, attempts }) => toRow(endpoint, id, event, attempts)))
      .execute();
    const made = some.flatMap(({ id, attempts }) =>
      attempts.made.map((each, k) => ({
        store_id: endpoint.store_id,
        delivery_id: id,
        n: k + 1,
        at: each.at,
        status_code: each.statusCode,
        error: each.error,
        duration_ms: each.durationMs,
      })),
    );
    for (let k = 0; k < made.length; k += 2 * ROWS_AT_ONCE) {
      await trx
        .insertInto('webhook_attempts')
        .values(made.slice(k, k + 2 * ROWS_AT_ONCE))
        .execute();
    }
  }
}

function toRow(
  endpoint: EndpointRow,
  id: string,
  event: { id: string; type: EventType; created_at: Date },
  { made, next }: { made: readonly Attempt[]; next: Date | null },
) {
  const last = made.at(-1);
  const delivered = last?.error === null;
  return {
    store_id: endpoint.store_id,
    id,
    endpoint_id: endpoint.id,
    event_id: event.id,
    event_type: event.type,
    status: delivered ? ('delivered' as const) : next ? ('pending' as const) : ('dead' as const),
    held: next !== null,
    attempts: made.length,
    attempts_in_all: made.length,
    last_status_code: last?.statusCode ?? null,
    last_error: last?.error ?? null,
    next_attempt_at: next,
    delivered_at: delivered ? last.at : null,
    created_at: event.created_at,
  };
}

function daysAgo(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
