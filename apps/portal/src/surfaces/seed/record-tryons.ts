import { debitBatch } from '../../domain/debits/statement.ts';
import { addPack } from '../../domain/stores/packs.ts';
import { newId } from '../../foundation/ids.ts';
import type { Portal } from '../../runtime/portal.ts';
import { DAY_MS, type OpenedStore } from './open-store.ts';
import type { PlannedTryon } from './plan-tryons.ts';

export interface Recorded {
  completed: number;
  failed: number;
  /** By a shopper's spent allowance, or for want of a plan. */
  refused: number;
}

const HOUR_MS = 3_600_000;
const TOKEN_MS = 900_000;
const PACK_DAYS = 30;
const SESSIONS_AT_ONCE = 1_000;

/**
 * What was planned, through the debit itself, each at its time. What is older than a day goes hour by hour,
 * as a busy portal would gather it.
 *
 * A pack is bought whenever the pool would run dry; none of them lasts longer than `until`.
 */
export async function recordTryons(
  portal: Portal,
  { storeId, keyId, customers }: OpenedStore,
  planned: readonly PlannedTryon[],
  until: Date,
): Promise<Recorded> {
  const tokens = await openSessions(portal, storeId, customers, planned);
  const told: Recorded = { completed: 0, failed: 0, refused: 0 };
  const packSize = Math.max(50, Math.ceil(planned.length / 200) * 50);
  let left = 0;
  for (const batch of gather(planned, until)) {
    const at = (planned[batch.at(-1) ?? 0] as PlannedTryon).at;
    if (left < batch.length) {
      const expiresAt = new Date(Math.min(at.getTime() + PACK_DAYS * DAY_MS, until.getTime()));
      const wanted = Math.ceil((planned.length - (batch[0] ?? 0)) / 50) * 50;
      const amount = Math.max(Math.min(packSize, wanted), batch.length);
      const before = new Date(at.getTime() - 1);
      await portal.db
        .transaction()
        .execute((trx) => addPack(trx, { storeId, kind: 'purchase', amount, expiresAt }, before));
    }
    const requests = batch.map((n) => {
      const each = planned[n] as PlannedTryon;
      const jti = tokens[n];
      const customerId = customers[each.shopper ?? -1];
      const session = jti === undefined || customerId === undefined ? undefined : { customerId, jti };
      const tryonId = newId('try_', at);
      const { success } = each;
      return { tryonId, storeId, keyId, keyRevision: 1, session, success, report: reportOf(each) };
    });
    const results = await debitBatch(portal.database.runDedicated, requests, at);
    for (const { outcome } of results) {
      told[outcome === 'debited' ? 'completed' : outcome === 'failed' ? 'failed' : 'refused'] += 1;
    }
    left = Math.min(...results.map(({ remainingCredits }) => remainingCredits));
  }
  return told;
}

function reportOf({ product, variations, tookMs }: PlannedTryon) {
  return {
    product_type: 'apparel',
    product_title: product,
    page_url: `https://shop.example/p/${product.toLowerCase().replaceAll(' ', '-')}`,
    origin: 'https://shop.example',
    variation_count: variations,
    generation_time_ms: tookMs,
  };
}

/** Positions in the plan, in batches. */
function gather(planned: readonly PlannedTryon[], until: Date): number[][] {
  const batches: number[][] = [];
  let hour = -1;
  for (const [n, { at }] of planned.entries()) {
    const mine = Math.floor(at.getTime() / HOUR_MS);
    const recent = until.getTime() - at.getTime() < DAY_MS;
    if (recent || mine !== hour) batches.push([]);
    batches.at(-1)?.push(n);
    hour = mine;
  }
  return batches;
}

/** A token for each visit, as a shop asks for one: the ids of those that the try-ons were made with. */
async function openSessions(
  { db }: Portal,
  storeId: string,
  customers: readonly string[],
  planned: readonly PlannedTryon[],
): Promise<(string | undefined)[]> {
  const open = new Map<number, { jti: string; until: number }>();
  const rows: Parameters<typeof toRow>[0][] = [];
  const used = planned.map(({ at, shopper }) => {
    if (shopper === undefined) return undefined;
    const known = open.get(shopper);
    if (known && known.until > at.getTime()) return known.jti;
    const issuedAt = new Date(at.getTime() - 40_000);
    const jti = newId('ses_', issuedAt);
    open.set(shopper, { jti, until: issuedAt.getTime() + TOKEN_MS });
    rows.push({ storeId, jti, customerId: customers[shopper] as string, issuedAt });
    return jti;
  });
  for (let n = 0; n < rows.length; n += SESSIONS_AT_ONCE) {
    await db
      .insertInto('sessions')
      .values(rows.slice(n, n + SESSIONS_AT_ONCE).map(toRow))
      .execute();
  }
  return used;
}

function toRow(session: { storeId: string; jti: string; customerId: string; issuedAt: Date }) {
  return {
    store_id: session.storeId,
    jti: session.jti,
    customer_id: session.customerId,
    kid: 'seed',
    product_id: null,
    issued_at: session.issuedAt,
    expires_at: new Date(session.issuedAt.getTime() + TOKEN_MS),
  };
}
