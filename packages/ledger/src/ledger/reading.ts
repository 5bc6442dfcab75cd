import { ACCOUNT_BOUNDS } from '@genvoris/contract';
import type { ShopperCredit, ShopperEntry, ShopperExport } from '@genvoris/contract/types/storefront';
import type { LedgerAccount, ShopperAllowance, ShopperLedger } from '@genvoris/storefront';
import { type CompiledQuery, type Selectable, sql } from 'kysely';
import { type Account, emptyAccount } from '../book/account.ts';
import { subscriptionAt, toAllowance, usableAt } from '../book/allowance.ts';
import type { Entry } from '../book/entry.ts';
import { readAccount } from '../book/stored-account.ts';
import { toEntry } from '../storage/entry-row.ts';
import type { CustomersTable } from '../storage/schema.ts';
import type { Store } from '../storage/store.ts';
import { retrying } from '../storage/transaction.ts';
import { createBatcher } from './batcher.ts';
import { shopperHolder } from './opened-accounts.ts';

type When<Method extends 'allowance' | 'account' | 'export'> = Parameters<ShopperLedger[Method]>[1];

/** Reads accounts for statuses; those of one moment in one statement. */
export function createAllowances(store: Store) {
  const { add, idle } = createBatcher<string, Account>({
    work: async (holders) => {
      const rows = await retrying(store, () =>
        holders.length === 1
          ? store.db.executeQuery<FoundRow>(findingOf(store, holders[0] ?? '')).then(({ rows }) => rows)
          : store.db
              .selectFrom('genvoris_customers')
              .select(['holder', 'account'])
              .where('holder', 'in', [...new Set(holders)])
              .execute(),
      );
      const found = new Map(rows.map(({ holder, account }) => [holder, account]));
      return holders.map((holder) => {
        const text = found.get(holder);
        return text === undefined ? emptyAccount() : readAccount(text);
      });
    },
    nameOf: () => undefined,
    isRefusal: store.flavour.isRefusal,
    most: 256,
  });
  return {
    idle,
    read: async (shopper: string, when: When<'allowance'>): Promise<ShopperAllowance> =>
      toAllowance(await add(shopperHolder(shopper)), when),
  };
}

export async function readLedgerAccount(
  store: Store,
  shopper: string,
  { at, limit }: When<'account'>,
): Promise<LedgerAccount> {
  const found = await find(store, shopper);
  if (!found) return { credits: [], history: [] };
  return {
    credits: await credits(store, found, at, limit),
    history: await history(store, found.id, limit),
  };
}

export async function exportShopper(
  store: Store,
  shopper: string,
  { at }: When<'export'>,
): Promise<ShopperExport> {
  const found = await find(store, shopper);
  return {
    externalId: shopper,
    firstSeenAt: found ? toTime(found.createdAt) : null,
    subscription: found ? (subscriptionAt(found.account, at)?.state ?? null) : null,
    credits: found ? await credits(store, found, at, ACCOUNT_BOUNDS.exportCredits) : [],
    history: found ? await history(store, found.id, ACCOUNT_BOUNDS.exportHistory) : [],
  };
}

interface Found {
  readonly id: string;
  readonly account: Account;
  readonly createdAt: number;
}

async function find(store: Store, shopper: string): Promise<Found | undefined> {
  const query = findingOf(store, shopperHolder(shopper));
  const { rows } = await retrying(store, () => store.db.executeQuery<FoundRow>(query));
  const [row] = rows;
  return row && { id: row.id, account: readAccount(row.account), createdAt: Number(row.created_at) };
}

type FoundRow = Pick<Selectable<CustomersTable>, 'id' | 'holder' | 'account' | 'created_at'>;
const findings = new WeakMap<Store, CompiledQuery<FoundRow>>();

/** Compiled once: it is all that a page view asks, and compiling it takes longer than answering it. */
function findingOf(store: Store, holder: string): CompiledQuery<FoundRow> {
  const compiled =
    findings.get(store) ??
    store.db
      .selectFrom('genvoris_customers')
      .select(['id', 'holder', 'account', 'created_at'])
      .where('holder', '=', '')
      .compile();
  findings.set(store, compiled);
  return { ...compiled, parameters: [holder] };
}

async function credits(
  store: Store,
  { id, account }: Found,
  at: number,
  limit: number,
): Promise<ShopperCredit[]> {
  const all = store.db.selectFrom('genvoris_credits').where('customer_id', '=', id);
  const gone = all
    .select('ref')
    .where('kind', '=', 'move')
    .where('ref', 'is not', null)
    .$narrowType<{ ref: string }>();
  const grants = await retrying(store, () =>
    all
      .selectAll()
      .where('kind', '=', 'grant')
      .where('amount', '>', 0)
      .where('ref', 'not in', gone)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute(),
  );
  const sums = await retrying(store, () =>
    all
      .select(['ref', 'kind', sql<number | string>`sum(amount)`.as('total')])
      .where('kind', 'in', ['capture', 'revoke'])
      .groupBy(['ref', 'kind'])
      .execute(),
  );
  const totals = new Map(sums.map(({ ref, kind, total }) => [`${kind} ${ref}`, Number(total)]));
  return grants.map(toEntry).map(({ ref, orderId, source, amount, at: grantedAt, until }) => ({
    orderId: orderId ?? '',
    source: source === 'session' ? 'session' : 'credits',
    granted: amount,
    used: totals.get(`capture ${ref}`) ?? 0,
    revoked: totals.get(`revoke ${ref}`) ?? 0,
    remaining: usableAt(account, ref ?? '', at),
    grantedAt: toTime(grantedAt),
    expiresAt: until === null ? null : toTime(until),
  }));
}

const SHOWN: Partial<Record<Entry['kind'], ShopperEntry['kind']>> = {
  grant: 'granted',
  capture: 'used',
  revoke: 'revoked',
  expire: 'expired',
};

async function history(store: Store, customerId: string, limit: number): Promise<ShopperEntry[]> {
  const rows = await retrying(store, () =>
    store.db
      .selectFrom('genvoris_credits')
      .selectAll()
      .where('customer_id', '=', customerId)
      .where('kind', 'in', Object.keys(SHOWN))
      .where((where) => where.or([where('kind', '=', 'capture'), where('amount', '>', 0)]))
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute(),
  );
  const orders = await orderIds(
    store,
    rows.flatMap(({ ref }) => ref ?? []),
  );
  return rows.map(toEntry).flatMap(({ kind, at, amount, source, ref, orderId, requestId }) => {
    const shown = SHOWN[kind];
    if (!shown) return [];
    const order = orderId ?? orders.get(ref ?? '');
    return {
      at: toTime(at),
      kind: shown,
      amount,
      ...(source !== null && { source }),
      ...(order !== undefined && { orderId: order }),
      ...(requestId !== null && { requestId }),
    };
  });
}

const REFS_AT_ONCE = 1_000;

/** Only the first entry of an order has to say its id. */
async function orderIds(store: Store, refs: readonly string[]): Promise<Map<string, string>> {
  const all = [...new Set(refs)];
  const found = new Map<string, string>();
  for (let from = 0; from < all.length; from += REFS_AT_ONCE) {
    const rows = await retrying(store, () =>
      store.db
        .selectFrom('genvoris_credits')
        .select(['ref', 'order_id'])
        .where('ref', 'in', all.slice(from, from + REFS_AT_ONCE))
        .where('kind', '=', 'order')
        .execute(),
    );
    for (const { ref, order_id } of rows) if (ref !== null && order_id !== null) found.set(ref, order_id);
  }
  return found;
}

function toTime(ms: number): string {
  return new Date(ms).toISOString();
}
