import { type Kysely, sql } from 'kysely';
import { newId } from '../../src/foundation/ids.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { fillFunnel } from './fill-funnel.ts';

export interface LargeStore {
  /** A store that is there, with nothing in it. */
  readonly storeId: string;
  readonly customers: number;
  /** Ledger entries, one for each debited try-on; every twentieth try-on failed and is none of them. */
  readonly entries: number;
  /** How long ago the first try-on was. */
  readonly days: number;
  readonly now: Date;
}

/**
 * Fills a store as its debits would have: every rule of `ledger verify` holds. A third of the try-ons are
 * guests', the others go round all customers, some of whom have grants; the last 30 days have events and deliveries,
 * and as many visits and orders.
 */
export async function fillStore(db: Kysely<Schema>, store: LargeStore): Promise<{ endpointId: string }> {
  const { storeId, customers, entries, days, now } = store;
  const [planId, packId, endpointId] = [newId('pln_', now), newId('pck_', now), newId('we_', now)];
  const at = sql`${now.toISOString()}::timestamptz`;
  const began = sql`(${at} - ${days}::int * interval '1 day')`;
  const run = async (trx: Kysely<Schema>, ...statements: ReturnType<typeof sql>[]) => {
    for (const statement of statements) await statement.execute(trx);
  };
  await db.transaction().execute(async (trx) => {
    await run(
      trx,
      sql`set local synchronous_commit = off`,
      sql`update stores set created_at = ${began} - interval '1 day' where store_id = ${storeId}`,
      sql`insert into plans (store_id, id, name, monthly_try_ons, created_at, updated_at)
        values (${storeId}, ${planId}, 'Plan', 1000000, ${at}, ${at})`,
      sql`create temporary table made on commit drop as
        select n, portal_id('ec_', ${began} - n * interval '1 second') as id,
          (array['wp_', 'woocommerce_', 'shopify_', 'laravel_', 'external_', 'shopper-'])[1 + n % 6] || n as external_id,
          ${at} - n % 29 * interval '1 day' as period_start, n % 5 = 0 as granted
        from generate_series(1, ${customers}::int) n`,
      sql`create temporary table done on commit drop as
        select t.*, portal_id('try_', t.at) as id, m.id as customer_id, m.period_start,
          case when not t.success or m.id is null then 'nobody' when m.granted and t.n % 2 = 0 then 'grant' else 'plan' end as charged_to
        from (
          select n, n % 21 <> 0 as success,
            ${began} + n * (${days}::int * interval '1 day' / (${entries}::int * 21.0 / 20 + 1)) as at
          from generate_series(1, (${entries}::int * 21 / 20)) n
        ) t
        left join made m on t.n % 3 <> 0 and m.n = 1 + (t.n - t.n / 3) % ${customers}::int`,
      sql`analyze made`,
      sql`analyze done`,
      sql`insert into customers (store_id, id, external_id, email, plan_id, status, period_start, period_plan_used,
          period_grants_used, created_at, updated_at)
        select ${storeId}, m.id, m.external_id, 'ana' || m.n || '@shop.example', ${planId},
          case when m.n % 1000 = 0 then 'PAUSED' else 'ACTIVE' end, m.period_start,
          coalesce(u.planned, 0), coalesce(u.granted, 0), ${began}, ${began}
        from made m left join (
          select customer_id, (count(*) filter (where charged_to = 'plan'))::int as planned,
            (count(*) filter (where charged_to = 'grant'))::int as granted
          from done where charged_to <> 'nobody' and at >= period_start group by customer_id
        ) u on u.customer_id = m.id`,
      sql`insert into usage_periods (store_id, customer_id, period_start, period_end, used, "limit")
        select ${storeId}, customer_id, period_start - back * interval '720 hours',
          period_start - (back - 1) * interval '720 hours', count(*)::int, 1000000
        from (
          select *, ceil(extract(epoch from period_start - at) / 2592000)::int as back from done
          where charged_to <> 'nobody' and at < period_start
        ) lapsed group by customer_id, period_start, back`,
      sql`insert into grants (store_id, order_id, customer_id, amount, spent, created_at)
        select ${storeId}, 'order_' || m.n, m.id, coalesce(u.spent, 0) + 5, coalesce(u.spent, 0), ${began}
        from made m left join (
          select customer_id, count(*)::int as spent from done where charged_to = 'grant' group by customer_id
        ) u on u.customer_id = m.id where m.granted`,
      sql`insert into tryons (store_id, id, at, success, customer_id, charged_to, debit_id, report)
        select ${storeId}, id, at, success, customer_id, charged_to, case when success then id end, jsonb_build_object(
          'product_type', 'apparel', 'product_title', 'Wrap dress ' || n % 500, 'page_url', 'https://shop.example/p/' || n % 500,
          'origin', 'https://shop.example', 'variation_count', 4, 'generation_time_ms', 900 + n % 2000)
        from done order by n`,
      sql`insert into packs (store_id, id, kind, amount, remaining, created_at)
        select ${storeId}, ${packId}, 'purchase', 1000000 + count(*), 1000000, ${began} from done where success`,
      sql`insert into ledger_entries (store_id, id, at, kind, source, sink, amount)
        select ${storeId}, portal_id('led_', ${began}), ${began}, 'issue', 'issued', 'pack:' || id, amount
        from packs where store_id = ${storeId} and id = ${packId}`,
      sql`insert into ledger_entries (store_id, id, at, kind, source, sink, amount, debit_id)
        select ${storeId}, 'led_' || substr(id, 5) || ${packId}::text, at, 'debit', 'pack:' || ${packId}::text, 'used', 1, id
        from done where success order by n`,
      sql`update pools set balance = balance + 1000000 where store_id = ${storeId}`,
      sql`insert into sessions (store_id, jti, customer_id, kid, issued_at, expires_at)
        select ${storeId}, portal_id('ses_', ${at} - (m.n % 29 + s) * interval '1 day'), m.id, 'k',
          ${at} - (m.n % 29 + s) * interval '1 day', ${at} - (m.n % 29 + s) * interval '1 day' + interval '15 minutes'
        from made m, generate_series(0, 1) s`,
      sql`insert into webhook_endpoints (store_id, id, url, events, active, secret_sealed, created_at, updated_at)
        values (${storeId}, ${endpointId}, 'https://shop.example/hook', array['*'], false, '', ${began}, ${began})`,
      sql`insert into outbox (store_id, id, type, created_at, data, taken_at)
        select ${storeId}, 'evt_' || substr(id, 5), case when success then 'tryon.completed' else 'tryon.failed' end, at,
          jsonb_build_object('store_id', ${storeId}::text, 'customer_id', customer_id), at
        from done where at > ${at} - interval '30 days' order by n`,
      sql`insert into webhook_deliveries (store_id, id, endpoint_id, event_id, event_type, status, attempts, attempts_in_all,
          last_status_code, delivered_at, created_at)
        select store_id, 'whd_' || substr(id, 5), ${endpointId}, id, type, 'delivered', 1, 1, 200, created_at, created_at
        from outbox where store_id = ${storeId} and id like 'evt_%' and taken_at is not null`,
      sql`insert into webhook_attempts (store_id, delivery_id, n, at, status_code, duration_ms)
        select store_id, id, 1, created_at, 200, 80 from webhook_deliveries where store_id = ${storeId}`,
      sql`insert into idempotency_keys (store_id, key, request_hash, answer, expires_at)
        select ${storeId}, 'made-' || n, '', '{}'::jsonb, ${at} + interval '1 day'
        from done where at > ${at} - interval '1 day'`,
      ...fillFunnel({ storeId, at, entries, days }),
    );
  });
  return { endpointId };
}

/** Stores with next to nothing in them, so that a table of stores is large too. */
export async function addSmallStores(db: Kysely<Schema>, count: number, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const of = sql`from generate_series(1, ${count}::int) n`;
  await db.transaction().execute(async (trx) => {
    for (const statement of [
      sql`insert into stores (store_id, name, external_id, created_at, updated_at)
        select 'st_small' || n, 'Small ' || n, 'external_small' || n, ${at}, ${at} ${of}`,
      sql`insert into pools (store_id, period_start, settle_at)
        select 'st_small' || n, ${at}, ${at} + interval '720 hours' ${of}`,
      sql`insert into api_keys (store_id, id, key_hash, hint, name, created_at)
        select 'st_small' || n, 'key_small' || n, 'small' || n, 'gvk_…', 'Key', ${at} ${of}`,
      sql`insert into api_key_owners (key_hash, store_id) select 'small' || n, 'st_small' || n ${of}`,
      sql`insert into plans (store_id, id, name, monthly_try_ons, created_at, updated_at)
        select 'st_small' || n, 'pln_small' || n, 'Plan', 5, ${at}, ${at} ${of}`,
      sql`insert into packs (store_id, id, kind, amount, remaining, created_at)
        select 'st_small' || n, 'pck_small' || n, 'gift', 10, 0, ${at} ${of}`,
      sql`insert into ledger_entries (store_id, id, at, kind, source, sink, amount)
        select 'st_small' || n, 'led_small' || n || m.kind, ${at}, m.kind, m.source, m.sink, 10 ${of},
        lateral (values ('issue', 'issued', 'pack:pck_small' || n), ('expiry', 'pack:pck_small' || n, 'expired')) m(kind, source, sink)`,
      sql`insert into merchants (email, password_hash, created_at, updated_at)
        select 'small' || n || '@shop.example', '', ${at}, ${at} ${of}`,
      sql`insert into store_merchants (store_id, email) select 'st_small' || n, 'small' || n || '@shop.example' ${of}`,
      sql`insert into merchant_sessions (store_id, token_hash, merchant, created_at, expires_at)
        select 'st_small' || n, 'small' || n, 'small' || n || '@shop.example', ${at}, ${at} + interval '1 day' ${of}`,
    ]) {
      await statement.execute(trx);
    }
  });
}
