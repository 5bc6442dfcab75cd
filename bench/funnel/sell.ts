import { toOrderRow, toReturnRow } from '../../apps/portal/src/domain/funnel/order.ts';
import { createOrderRecorder } from '../../apps/portal/src/domain/funnel/order-recorder.ts';
import type { OrderReport } from '../../apps/portal/src/domain/funnel/order-statement.ts';
import { createVault } from '../../apps/portal/src/foundation/vault.ts';
import type { Database, DedicatedConnection } from '../../apps/portal/src/storage/database.ts';

const CLIENTS = 64;
const POOL = 10;
const MOST_PRODUCTS = 1_000;

const ONE_ORDER = {
  name: 'one_order',
  text: `select * from record_order($1::timestamptz, $2::int, $3, $4, $5, $6, $7::bigint, $8, null::int, $9, null,
    $10::uuid, null, null, interval '1 day')`,
};
const ONE_RETURN = {
  name: 'one_return',
  text: 'select * from record_return($1::timestamptz, $2, $3, $4, $5, $6::bigint, $7, $8)',
};

let orders = 0;

/** An order of a visit; every fifth is told of a refund instead. */
function report(storeId: string, vault: ReturnType<typeof createVault>): OrderReport {
  orders += 1;
  const now = new Date();
  const order = { orderId: `order-${orders}`, platform: 'custom' as const, currency: 'USD' };
  if (orders % 5 === 0) {
    const refund = { ...order, orderId: `order-${orders - 2}`, refundedAmountCents: 100 };
    return { storeId, refund: toReturnRow(refund, now) };
  }
  const sold = {
    ...order,
    amountCents: 1_000,
    attributionWindowMinutes: 1_440,
    sessionId: `visit-${orders}`,
    productId: `product-${orders % 400}`,
  };
  return { storeId, order: toOrderRow(vault, sold, now) };
}

/** Orders and refunds per second: gathered, and by the functions that take one. */
export async function sell(database: Database, storeId: string, seconds: number): Promise<string> {
  const vault = createVault('a secret of the bench, at least 32 bytes long');
  const lane = database.openDedicated();
  const clock = { now: () => new Date() };
  const recorder = createOrderRecorder({ run: lane.run, clock, mostProducts: MOST_PRODUCTS });
  const gathered = () => recorder.record(report(storeId, vault));
  // As many connections as a process has for its operations; each client's statement commits by itself.
  const pool = Array.from({ length: POOL }, () => database.openDedicated());
  const each = async (client: number) => {
    const { run } = pool[client] as DedicatedConnection;
    const told = report(storeId, vault);
    const at = new Date().toISOString();
    if ('refund' in told) {
      const { id, platform, order_id, refunded_cents, currency, reason } = told.refund;
      await run(ONE_RETURN, [at, storeId, platform, order_id, id, refunded_cents, currency, reason]);
      return;
    }
    const { id, platform, order_id, amount_cents, currency, product_id, session } = told.order;
    const order = [
      at,
      MOST_PRODUCTS,
      storeId,
      platform,
      order_id,
      id,
      amount_cents,
      currency,
      product_id,
      session,
    ];
    await run(ONE_ORDER, order);
  };
  const lines = ['| | orders and refunds/s | × |', '|---|---:|---:|'];
  let before = 0;
  for (const [name, send, clients] of [
    [`a statement each, ${POOL} connections`, each, POOL],
    [`gathered, ${POOL} clients`, gathered, POOL],
    [`gathered, ${CLIENTS} clients`, gathered, CLIENTS],
  ] as const) {
    let done = 0;
    const began = performance.now();
    const until = began + seconds * 1_000;
    await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        while (performance.now() < until) {
          await send(client);
          done += 1;
          // PGlite would go from one statement to the next without a look at timers.
          await new Promise((resolve) => setImmediate(resolve));
        }
      }),
    );
    const rate = done / ((performance.now() - began) / 1_000);
    before ||= rate;
    lines.push(`| ${name} | ${Math.round(rate)} | ${(rate / before).toFixed(1)} |`);
  }
  for (const each of [lane, ...pool]) await each.close();
  return `${lines.join('\n')}\n\n`;
}
