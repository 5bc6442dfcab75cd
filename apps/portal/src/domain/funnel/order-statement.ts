import type { RunStatement } from '../../storage/database.ts';
import type { Attribution } from '../../storage/tables/funnel.ts';
import type { OrderRow, ReturnRow } from './order.ts';

/** What one request tells: an order or a refund of one. */
export type OrderReport = {
  readonly storeId: string;
  readonly idempotency?: { readonly key: string; readonly hash: string } | undefined;
} & ({ readonly order: OrderRow } | { readonly refund: ReturnRow });

/** What became of it; `repeated` has the answer kept under its idempotency key, `conflict` means another request had the key. */
export type OrderOutcome =
  | {
      readonly outcome: 'recorded';
      /** Of the order; null if a refund came before it. */
      readonly conversionId: string | null;
      readonly attribution: Attribution | null;
      /** The order had been recorded before; never so of a refund. */
      readonly deduped: boolean;
    }
  | { readonly outcome: 'repeated'; readonly answer: unknown }
  | { readonly outcome: 'conflict' };

const STATEMENT = {
  name: 'record_orders',
  text: 'select * from record_orders($1::timestamptz, $2::int, $3::jsonb, $4::jsonb, $5::jsonb)',
};

/**
 * Records orders and refunds in one statement, which is one transaction, as if the orders came first; outcomes in the
 * order of the reports. An order is recorded once, and found to follow a try-on or not.
 */
export async function recordOrders(
  run: RunStatement,
  reports: readonly OrderReport[],
  mostProducts: number,
  now: Date,
): Promise<OrderOutcome[]> {
  const keys: object[] = [];
  const orders: object[] = [];
  const refunds: object[] = [];
  for (const [n, report] of reports.entries()) {
    const { storeId: store_id, idempotency } = report;
    if (idempotency) keys.push({ n, store_id, key: idempotency.key, request_hash: idempotency.hash });
    if ('order' in report) orders.push({ n, store_id, ...report.order });
    else refunds.push({ n, store_id, ...report.refund });
  }
  const rows = await run(STATEMENT, [
    now.toISOString(),
    mostProducts,
    JSON.stringify(keys),
    JSON.stringify(orders),
    JSON.stringify(refunds),
  ]);
  const outcomes = new Array<OrderOutcome>(reports.length);
  for (const [n, ...columns] of rows) outcomes[Number(n)] = toOutcome(columns);
  return outcomes;
}

function toOutcome([outcome, conversionId, attribution, deduped, answer]: readonly unknown[]): OrderOutcome {
  switch (outcome as OrderOutcome['outcome']) {
    case 'conflict':
      return { outcome: 'conflict' };
    case 'repeated':
      return { outcome: 'repeated', answer };
    case 'recorded':
      return {
        outcome: 'recorded',
        conversionId: conversionId as string | null,
        attribution: attribution as Attribution | null,
        deduped: deduped === true,
      };
  }
}
