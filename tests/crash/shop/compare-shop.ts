import type { Ledger } from '../ledger.ts';
import { compareOrders } from './compare-orders.ts';
import type { Journal, TryonNote } from './journal.ts';
import { FREE_PER_MONTH } from './models.ts';
import { monthKey, type Replay, replay } from './replay.ts';
import type { BookEntry, ShopBook } from './shop-book.ts';

export interface ShopVerdict {
  /** Answered with success, and not in the shop's book. */
  readonly lost: readonly string[];
  /** Charged, granted or written down more often than once. */
  readonly double: readonly string[];
  readonly negative: readonly string[];
  /** Held though the time of the hold is over. */
  readonly held: readonly string[];
  /** Everything else that does not fit. */
  readonly other: readonly string[];
}

export interface ShopFigures {
  /** Debited by the portal, and no shopper charged: something was killed, or the shopper left, between the two. */
  readonly unsettled: number;
  /** Charged by both, and the picture did not reach the shopper. */
  readonly unanswered: number;
  /** Settled when the hold had run out, from what was left, or without a charge where nothing was. */
  readonly late: number;
  readonly lateUncharged: number;
}

/** What else the run knows. */
export interface RunNotes {
  /** What the model server failed. */
  readonly failed: ReadonlySet<string>;
  /** From a kill until what was killed served again (milliseconds since 1970). */
  readonly outages: readonly { readonly from: number; readonly to: number }[];
  /** When the books were read, by the shop's clock. */
  readonly at: number;
}

/** Holds what shoppers and order systems were told against the shop's book. It knows nothing of how the shop works. */
export function compareShop(
  journal: Journal,
  book: ShopBook,
  portal: Pick<Ledger, 'tryons'>,
  run: RunNotes,
): { verdict: ShopVerdict; figures: ShopFigures } {
  const lost: string[] = [];
  const double: string[] = [];
  const other: string[] = [];
  const figures = { unsettled: 0, unanswered: 0, late: 0, lateUncharged: 0 };
  const played = replay(book.entries);
  const captures = Map.groupBy(
    book.entries.filter(({ kind }) => kind === 'capture'),
    ({ requestId }) => requestId,
  );
  const holds = new Map(book.entries.flatMap((each) => (each.kind === 'hold' ? [[each.holdId, each]] : [])));
  const until = new Map<string | null, number>();
  for (const { kind, holdId, until: ends } of book.entries)
    if (kind === 'hold' || kind === 'adopt') until.set(holdId, Math.max(until.get(holdId) ?? 0, ends ?? 0));
  const debited = new Set(portal.tryons.flatMap(({ requestId, debited: is }) => (is ? [requestId] : [])));
  const nameOf = new Map(book.customers.map(({ id, externalId }) => [id, externalId]));
  const isLate = ({ holdId, at }: BookEntry) => (until.get(holdId) ?? 0) <= at;

  for (const note of journal.tryons) {
    const { id, shopper, status, error } = note;
    const charges = captures.get(id) ?? [];
    const [charge] = charges;
    if (charges.length > 1) double.push(`${id} was charged ${charges.length} times`);
    if (charge && nameOf.get(charge.customerId ?? '') !== `external_${shopper}`)
      other.push(`${id} of ${shopper} was charged to ${nameOf.get(charge.customerId ?? '')}`);
    if (charge && !debited.has(id)) other.push(`${id} was charged, and the portal did not make it`);
    if (charge && !holds.has(charge.holdId)) other.push(`${id} was charged and never held`);
    if (charge && isLate(charge)) figures.late += 1;
    if (charge?.amount === 0 && !isLate(charge)) lost.push(`${id} was not charged, though it was held`);
    if (charge?.amount === 0 && isLate(charge)) figures.lateUncharged += 1;
    if (charge && status !== 200) figures.unanswered += 1;
    if (status === 200 && !charge) lost.push(`${id} was acknowledged and is not charged`);
    if (charge && (status === 402 || run.failed.has(id))) other.push(`${id} was not made, and is charged`);
    if (status !== undefined && status < 500 && status !== 200 && status !== 402)
      other.push(`${id} was answered ${status} ${error}`);
    if (charge || !debited.has(id) || status === 200) continue;
    // The one thing that no order of the steps can do away with, and no more of it than there was reason for.
    figures.unsettled += 1;
    if (!note.left && !inOutage(note, run.outages))
      other.push(
        `${id} (${status} ${error}) was debited by the portal, charged to nobody, and nothing was killed`,
      );
  }
  const known = new Set(journal.tryons.map(({ id }) => id));
  for (const id of captures.keys())
    if (id === null || !known.has(id)) other.push(`${id} is charged, and nobody sent it`);

  const holdsOf = Map.groupBy(holds.values(), ({ requestId }) => requestId);
  for (const { shopper, requestIds, status } of journal.uses) {
    const [id] = requestIds;
    const made = requestIds.flatMap((each) => holdsOf.get(each) ?? []).length;
    if (made > 1) double.push(`the use ${id} of ${shopper} was held ${made} times`);
    if (status === 200 && made === 0)
      lost.push(`the use ${id} of ${shopper} was acknowledged and is not held`);
    if (status === 402 && made > 0) other.push(`the use ${id} of ${shopper} was refused and is held`);
    if (status !== 200 && status !== 402) other.push(`the use ${id} of ${shopper} was answered ${status}`);
  }

  const ofOrders = compareOrders(journal.orders, book, played);
  other.push(...compareAccounts(journal, book, played, run.at));
  return {
    verdict: {
      lost: [...lost, ...ofOrders.lost],
      double: [...double, ...ofOrders.double, ...played.twice.map((id) => `the hold ${id} was used twice`)],
      negative: played.negative,
      held: played.open.map((id) => `${id} of ${holds.get(id)?.requestId} is held for ever`),
      other: [...other, ...ofOrders.other],
    },
    figures,
  };
}

function inOutage({ from, to }: TryonNote, outages: RunNotes['outages']): boolean {
  return outages.some((outage) => outage.from <= to && from <= outage.to);
}

/** What account pages say is what the lines come to. */
function* compareAccounts({ accounts }: Journal, book: ShopBook, { grants, free }: Replay, at: number) {
  for (const { shopper, model, remaining } of accounts) {
    const id = book.customers.find(({ externalId }) => externalId === `external_${shopper}`)?.id;
    const all = [...grants.values()].filter(({ customerId }) => customerId === id);
    const paid = all.reduce(
      (sum, { granted, used, held, revoked, expired }) => sum + granted - used - held - revoked - expired,
      0,
    );
    const gratis =
      model === 'FREEMIUM' ? Math.max(0, FREE_PER_MONTH - (free.get(monthKey(id ?? '', at)) ?? 0)) : 0;
    if (remaining !== paid + gratis)
      yield `${shopper} is told ${remaining} left under ${model}, and the book comes to ${paid + gratis}`;
  }
}
