import {
  addKey,
  addPack,
  createStore,
  type Database,
  type DebitRequest,
  migrate,
  newId,
} from '@genvoris/portal/debits';

/** The stores that a run debits, with pools no run can empty. */
export interface Shop {
  readonly storeId: string;
  readonly keyId: string;
}

export async function openShops(database: Database, count: number): Promise<Shop[]> {
  await migrate(database.db);
  const now = new Date();
  return database.db.transaction().execute(async (trx) => {
    const shops: Shop[] = [];
    for (let n = 0; n < count; n += 1) {
      const storeId = await createStore(trx, { name: `Shop ${n}` }, now);
      const { id: keyId } = await addKey(trx, { storeId, name: 'bench', mode: 'test' }, now);
      await addPack(trx, { storeId, kind: 'purchase', amount: 1_000_000_000, expiresAt: null }, now);
      shops.push({ storeId, keyId });
    }
    return shops;
  });
}

export const REPORT = {
  product_type: 'apparel',
  product_title: 'Wrap dress',
  page_url: 'https://shop.example/p/dress-42',
  origin: 'https://shop.example',
  variation_count: 4,
  generation_time_ms: 1820,
} as const;

export function newDebit({ storeId, keyId }: Shop): DebitRequest {
  const tryonId = newId('try_', new Date());
  return { tryonId, storeId, keyId, keyRevision: 1, success: true, report: REPORT };
}

export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** `clients` callers, each with one debit under way at a time; the first quarter of the time is not counted. */
export async function measure(
  clients: number,
  seconds: number,
  shops: readonly Shop[],
  debit: (shop: Shop, client: number) => Promise<void>,
): Promise<Measured> {
  const start = performance.now();
  const counted = start + seconds * 250;
  const end = start + seconds * 1_000;
  const latencies: number[] = [];
  let turn = 0;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (;;) {
        const began = performance.now();
        if (began >= end) return;
        turn += 1;
        const shop = shops[turn % shops.length];
        if (shop) await debit(shop, client);
        if (began >= counted) latencies.push(performance.now() - began);
      }
    }),
  );
  return summarize(latencies, (performance.now() - counted) / 1_000);
}

export function summarize(latencies: number[], seconds: number): Measured {
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? Number.NaN;
  return { perSecond: latencies.length / seconds, p50: at(0.5), p99: at(0.99) };
}
