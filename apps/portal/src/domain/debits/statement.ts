import type { RunStatement } from '../../storage/database.ts';
import { type DebitRequest, type DebitResult, toResult } from './debit.ts';

const STATEMENT = {
  name: 'debit_batch',
  text: 'select * from debit_batch($1::timestamptz, $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::jsonb)',
};

/** Debits a batch in one statement, which is one transaction; results in the order of the requests. */
export async function debitBatch(
  run: RunStatement,
  requests: readonly DebitRequest[],
  now: Date,
): Promise<DebitResult[]> {
  const stores = new Set<string>();
  const shops = new Map<string, { position: number; request: DebitRequest }>();
  const customers = new Map<string, { storeId: string; customerId: string }>();
  const rows = requests.map((request, n) => {
    const { storeId, session } = request;
    const shopKey = `${storeId} ${request.keyId} ${request.keyRevision}`;
    let shop = shops.get(shopKey);
    if (!shop) {
      shop = { position: shops.size + 1, request };
      shops.set(shopKey, shop);
      stores.add(storeId);
    }
    if (session) {
      customers.set(`${storeId} ${session.customerId}`, { storeId, customerId: session.customerId });
    }
    return {
      n,
      tryon_id: request.tryonId,
      shop: shop.position,
      store_id: storeId,
      customer_id: session?.customerId ?? null,
      session_id: session?.jti ?? null,
      idempotency_key: request.idempotency?.key ?? null,
      request_hash: request.idempotency?.hash ?? null,
      success: request.success,
      report: request.report,
    };
  });
  const shopList = [...shops.values()].map(({ request }) => request);
  const customerList = [...customers.values()];
  const answers = await run(STATEMENT, [
    now.toISOString(),
    [...stores],
    shopList.map(({ storeId }) => storeId),
    shopList.map(({ keyId }) => keyId),
    shopList.map(({ keyRevision }) => keyRevision),
    customerList.map(({ storeId }) => storeId),
    customerList.map(({ customerId }) => customerId),
    JSON.stringify(rows),
  ]);
  const results = new Array<DebitResult>(requests.length);
  for (const [n, outcome, remaining, used, limit, left] of answers) {
    results[Number(n)] = toResult({ outcome, remaining, used, limit, left });
  }
  return results;
}
