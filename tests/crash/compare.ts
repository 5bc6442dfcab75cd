import type { Acknowledged } from './acknowledged.ts';
import type { Ledger } from './ledger.ts';

export interface Verdict {
  /** Answered with success, and not in the ledger. */
  readonly lost: readonly string[];
  /** Debited more often than once. */
  readonly double: readonly string[];
  /** Below zero, or over a limit. */
  readonly negative: readonly string[];
  /** Everything else that does not fit. */
  readonly other: readonly string[];
}

/** Holds what clients were told against the ledger. It knows nothing of how the portal works. */
export function compare(acknowledged: readonly Acknowledged[], ledger: Ledger): Verdict {
  const lost: string[] = [];
  const double: string[] = [];
  const negative: string[] = [];
  const other: string[] = [];
  const recorded = Map.groupBy(ledger.tryons, ({ id }) => id);
  const known = new Set(acknowledged.map(({ id }) => id));
  for (const { id, kind, status, error, changed } of acknowledged) {
    const rows = recorded.get(id) ?? [];
    const debits = rows.filter(({ debited }) => debited).length;
    if (debits > 1) double.push(`${id} was debited ${debits} times`);
    if (rows.length > 1 && debits <= 1) double.push(`${id} was recorded ${rows.length} times`);
    if (changed !== undefined) other.push(`${id} was answered in two ways: ${changed}`);
    if (status === 200 && kind !== 'failed' && debits === 0)
      lost.push(`${id} was acknowledged and is not debited`);
    if (status === 200 && kind === 'failed' && rows.length === 0)
      lost.push(`${id} was acknowledged and is not recorded`);
    if (kind === 'failed' && debits > 0) other.push(`${id} failed and was debited`);
    if (status !== undefined && status !== 200 && rows.length > 0)
      other.push(`${id} was refused (${status} ${error}) and is recorded`);
    if (status !== undefined && ![200, 402].includes(status))
      other.push(`${id} was answered ${status} ${error}`);
  }
  for (const id of recorded.keys()) if (!known.has(id)) other.push(`${id} is recorded and nobody sent it`);
  double.push(...sameCredit(acknowledged));
  for (const { name, issued, balance, left, debited } of ledger.stores) {
    if (balance < 0 || left < 0) negative.push(`${name} has ${Math.min(balance, left)} credits`);
    if (debited > issued) negative.push(`${name} spent ${debited} of ${issued} credits`);
    if (balance !== left) other.push(`${name} has ${balance} credits in its pool and ${left} in its packs`);
    if (issued - debited !== balance)
      other.push(`${name}: ${issued} issued, ${debited} debited, ${balance} left`);
    const tryons = ledger.tryons.filter((one) => one.store === name && one.debited).length;
    if (tryons !== debited) other.push(`${name}: ${tryons} try-ons are debited, ${debited} credits are`);
  }
  for (const { id, used, limit, charged } of ledger.customers) {
    if (used < 0 || used > limit) negative.push(`customer ${id} used ${used} of ${limit}`);
    if (used !== charged) other.push(`customer ${id} used ${used}, and was charged ${charged}`);
  }
  if (ledger.lowest < 0) negative.push(`something was at ${ledger.lowest}`);
  return { lost, double, negative, other };
}

/** Every debit leaves another number of credits behind: no two clients can be told the same. */
function sameCredit(acknowledged: readonly Acknowledged[]): string[] {
  const debits = acknowledged.filter(
    ({ status, kind, remaining }) => status === 200 && kind !== 'failed' && remaining !== undefined,
  );
  const byCredit = Map.groupBy(debits, ({ store, remaining }) => `${store}, ${remaining} left`);
  return [...byCredit].flatMap(([credit, all]) =>
    all.length > 1 ? [`${all.map(({ id }) => id).join(' and ')} were told the same: ${credit}`] : [],
  );
}
