import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { PortalOperationId } from '../../src/api/operations/define.ts';
import { joinStore } from '../../src/domain/merchants/merchant.ts';
import { sessionCookie, startMerchantSession } from '../../src/domain/merchants/merchant-session.ts';
import type { Portal } from '../../src/runtime/portal.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { PAGES } from '../../src/surfaces/dashboard/routes.ts';
import { REPORT } from '../kit/send-json.ts';
import { type CallOptions, sendOperation } from '../kit/test-portal.ts';

/** One request that a shop or a merchant makes often. `n` picks whose. */
export interface Stop {
  readonly name: string;
  send(n: number): Promise<Response>;
}

export interface TourOptions {
  readonly portal: Portal;
  readonly url: string;
  /** A store that `fillStore` filled, and its key. */
  readonly storeId: string;
  readonly key: string;
}

const SHOPPERS = 50;
const MERCHANT = 'tour@shop.example';

/**
 * The requests whose cost must not grow with a store: status, track, usage, the lists at their beginning and
 * deep inside, sessions, and every page of the dashboard, however it is asked.
 */
export async function planTour({ portal, url, storeId, key }: TourOptions): Promise<Stop[]> {
  const { db } = portal;
  const shoppers = await sample(db, 'customers', 'ec_', storeId);
  const [deliveryId = ''] = await sample(db, 'webhook_deliveries', 'whd_', storeId);
  const { id: endpointId } = await db
    .selectFrom('webhook_endpoints')
    .select('id')
    .where('store_id', '=', storeId)
    .executeTakeFirstOrThrow();
  const at = async (table: Listed) => toCursor(await idAt(db, table, storeId));
  const [deepCustomers, deepEntries, deepDeliveries] = [
    await at('customers'),
    await at('ledger_entries'),
    await at('webhook_deliveries'),
  ];
  const cookie = await signIn(portal, storeId);
  const pick = (n: number) => shoppers[n % shoppers.length] ?? '';
  const hook = { id: endpointId };
  const headers = { authorization: `Bearer ${key}`, 'x-internal-secret': portal.internalSecret };
  const call = (
    name: string,
    operationId: PortalOperationId,
    of: (n: number) => CallOptions = () => ({}),
  ): Stop => ({
    name,
    send: (n) => sendOperation(url, operationId, { headers, ...of(n) }),
  });
  const tokens = new Map<string, string>();
  for (const id of shoppers) {
    const session = await call('', 'createSession', () => ({ params: { id }, body: {} })).send(0);
    tokens.set(id, ((await session.json()) as { token: string }).token);
  }
  const report = { ...REPORT, api_key: key };
  const page = (path: string): Stop => ({
    name: `page ${path.replace(/=ey[^&]+|=[\w-]{20,}/, '=…').replace(/(we|whd)_\w+/g, '$1_…')}`,
    send: (n) =>
      fetch(`${url}${path.replace('{customer}', pick(n))}`, { headers: { cookie }, redirect: 'manual' }),
  });
  const hookPage = `/dashboard/webhooks/${endpointId}`;
  return [
    call('status', 'getStatus', () => ({ query: { api_key: key } })),
    call('track, a guest', 'trackTryon', () => ({ body: report })),
    call('track, a shopper', 'trackTryon', (n) => ({
      body: { ...report, end_customer_token: tokens.get(pick(n)) },
    })),
    call('usage', 'getCustomerUsage', (n) => ({ params: { id: pick(n) } })),
    call('customer', 'getCustomer', (n) => ({ params: { id: pick(n) } })),
    call('customer, known', 'upsertCustomer', (n) => ({ body: { externalId: `tour_${n % 10}` } })),
    call('customer, new', 'upsertCustomer', () => ({ body: { externalId: `tour_${randomUUID()}` } })),
    call('session', 'createSession', (n) => ({ params: { id: pick(n) }, body: {} })),
    call('sessions', 'listSessions', (n) => ({ params: { id: pick(n) } })),
    call('customers, first page', 'listCustomers'),
    call('customers, deep page', 'listCustomers', () => ({ query: { cursor: deepCustomers } })),
    call('customers, paused', 'listCustomers', () => ({ query: { status: 'PAUSED' } })),
    call('plans', 'listPlans'),
    call('deliveries, first page', 'listWebhookDeliveries', () => ({ params: hook })),
    call('deliveries, deep page', 'listWebhookDeliveries', () => ({
      params: hook,
      query: { cursor: deepDeliveries },
    })),
    call('events', 'trackEvents', (n) => ({
      body: { sessionId: `tour-${n}`, eventType: 'TRYON_GENERATED', productId: `p${n % 9}` },
    })),
    call('order', 'createConversion', (n) => ({
      body: {
        orderId: randomUUID(),
        platform: 'shopify',
        amountCents: 4_900,
        sessionId: `tour-${n + 1}`,
        customerEmail: `ana${n}@shop.example`,
      },
    })),
    call('return', 'createReturn', (n) => ({
      body: { orderId: `made-${n}`, platform: 'shopify', refundedAmountCents: 4_900 },
    })),
    ...PAGES.map(({ path }) => page(fillIn(path, { endpointId, deliveryId }))),
    page('/dashboard?days=90'),
    page('/dashboard/funnel?product=p1'),
    page('/dashboard/funnel/steps.csv'),
    ...[
      'q=wp_9',
      'q=wp_',
      'q=9',
      'q=ana5@',
      'q=shop.ex',
      'q=nobody',
      'q=wp_&status=PAUSED',
      'status=PAUSED',
      `cursor=${deepCustomers}`,
    ].map((query) => page(`/dashboard/customers?${query}`)),
    page(`/dashboard/credits?cursor=${deepEntries}`),
    page('/dashboard/credits?entries=packs'),
    page('/dashboard/sessions?state=valid'),
    page('/dashboard/sessions?customer={customer}'),
    page(`${hookPage}?status=pending`),
    page(`${hookPage}?status=dead`),
    page(`${hookPage}?cursor=${deepDeliveries}`),
    { name: 'page /dashboard/feed, its beginning', send: () => openFeed(url, cookie) },
  ];
}

type Listed = 'customers' | 'ledger_entries' | 'webhook_deliveries';

/** The addresses of a page's own example. @throws Error for a page with another kind of id. */
function fillIn(
  path: string,
  { endpointId, deliveryId }: { endpointId: string; deliveryId: string },
): string {
  const filled = path
    .replace('/customers/:id', '/customers/{customer}')
    .replace('/webhooks/:id', `/webhooks/${endpointId}`)
    .replace(':deliveryId', deliveryId);
  if (filled.includes(':')) throw new Error(`The tour does not know what to visit at ${path}`);
  return filled;
}

/** Ids from all over a store's table. */
async function sample(db: Kysely<Schema>, table: Listed, prefix: string, storeId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select id, row_number() over (order by id) as place, count(*) over () as count from ${sql.table(table)}
      where store_id = ${storeId} and starts_with(id, ${prefix})
    ) r where place % greatest(1, count / ${SHOPPERS}) = 0 limit ${SHOPPERS}`.execute(db);
  return rows.map(({ id }) => id);
}

/** What a reader who has turned nearly all pages has got to. */
async function idAt(db: Kysely<Schema>, table: Listed, storeId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where store_id = ${storeId} order by id
    offset (select count(*) / 10 from ${sql.table(table)} where store_id = ${storeId}) limit 1`.execute(db);
  return rows[0]?.id ?? '';
}

async function signIn({ db, clock }: Portal, storeId: string): Promise<string> {
  const now = clock.now();
  await db
    .insertInto('merchants')
    .values({ email: MERCHANT, password_hash: '', created_at: now, updated_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await joinStore(db, storeId, MERCHANT);
  const { token } = await startMerchantSession(db, { storeId, merchant: MERCHANT }, now);
  return sessionCookie(token, { secure: false }).split(';', 1)[0] ?? '';
}

/** Reads the stream until the server has asked the database once. */
async function openFeed(url: string, cookie: string): Promise<Response> {
  const stop = new AbortController();
  const response = await fetch(`${url}/dashboard/feed?after=try_0`, {
    headers: { cookie },
    signal: stop.signal,
  });
  await response.body?.getReader().read();
  stop.abort();
  return new Response(null, { status: response.status });
}

function toCursor(id: string): string {
  return Buffer.from(id).toString('base64url');
}
