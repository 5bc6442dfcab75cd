import type { Held, ReserveRequest } from '@genvoris/storefront';
import type { Entry } from '../book/entry.ts';
import { type KnownHold, release, reserve, settle } from '../book/holds.ts';
import { digest } from '../storage/digest.ts';
import { toEntry } from '../storage/entry-row.ts';
import { newId } from '../storage/new-id.ts';
import type { Store, Within } from '../storage/store.ts';
import { Outdated, transact } from '../storage/transaction.ts';
import type { CustomerIds } from './customer-ids.ts';
import { type Opened, type OpenedAccounts, openAccounts } from './opened-accounts.ts';

/** A step of a try-on, which many shoppers take at once. */
export type Step =
  | {
      readonly kind: 'reserve';
      readonly shopper: string;
      readonly holder: string;
      readonly request: ReserveRequest;
    }
  | { readonly kind: 'settle'; readonly id: string; readonly at: number; readonly requestId: string }
  | { readonly kind: 'release'; readonly id: string; readonly at: number };

export type StepResult = Held | { kind: 'spent' } | undefined;

/** Two steps of one name cannot be taken in one batch. */
export function nameOfStep(step: Step): string | undefined {
  if (step.kind !== 'reserve') return step.id;
  return step.request.key === undefined ? undefined : `${step.holder} ${step.request.key}`;
}

/** Takes the steps in one transaction, in the order they came. */
export async function takeSteps(
  store: Store,
  ids: CustomerIds,
  steps: readonly Step[],
): Promise<(StepResult | Error)[]> {
  return transact(store, async (trx) => {
    const accounts = openAccounts(store, trx);
    const whose = await customersOf(trx, accounts, ids, steps);
    const past = await pastOf(trx, accounts, whose, steps);
    const results = steps.map((step, index) => {
      const opened = accounts.get(whose[index] ?? '');
      return step.kind === 'reserve' ? hold(step, opened, past) : end(step, opened, past);
    });
    await accounts.save();
    return results;
  });
}

/** Locks the accounts that the steps are about, and returns the customer of each; undefined for an unknown one. */
async function customersOf(
  trx: Within,
  accounts: OpenedAccounts,
  ids: CustomerIds,
  steps: readonly Step[],
): Promise<(string | undefined)[]> {
  await ids.find(
    trx,
    steps.flatMap((step) => (step.kind === 'reserve' ? [step.holder] : [])),
  );
  const whose = steps.map((step) => (step.kind === 'reserve' ? ids.get(step.holder) : customerOf(step.id)));
  await accounts.open(whose.flatMap((id) => id ?? []));
  for (const [index, step] of steps.entries()) {
    if (step.kind !== 'reserve') continue;
    const { holder, shopper: externalId, request } = step;
    const known = whose[index];
    if (known !== undefined && accounts.get(known)?.holder !== holder) {
      ids.forget(holder);
      throw new Outdated();
    }
    // Somebody new may have free ones only.
    if (known === undefined && request.free && request.free.limit > 0) {
      const made = await accounts.ofHolder(holder, { externalId, at: request.at });
      whose[index] = made.id;
    }
  }
  return whose;
}

interface Past {
  /** The entry that a key was written down with. */
  readonly byKey: ReadonlyMap<string, Entry>;
  /** The holds that the steps end, as they were before any of the steps. */
  readonly holds: ReadonlyMap<string, KnownHold>;
}

/** Reads what was written about the steps' keys, and about their holds that are not open. */
async function pastOf(
  trx: Within,
  accounts: OpenedAccounts,
  whose: readonly (string | undefined)[],
  steps: readonly Step[],
): Promise<Past> {
  const keys = steps.flatMap((step, index) => onceOf(step, whose[index]) ?? []);
  const byKey = new Map<string, Entry>();
  if (keys.length > 0) {
    const rows = await trx.selectFrom('genvoris_credits').selectAll().where('once', 'in', keys).execute();
    for (const row of rows) byKey.set(row.once ?? '', toEntry(row));
  }
  const holds = new Map<string, KnownHold>();
  const closed: string[] = [];
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'reserve') continue;
    const open = accounts.get(whose[index] ?? '')?.account.holds.get(step.id);
    if (open) holds.set(step.id, { used: false, free: open.free });
    else if (whose[index] !== undefined) closed.push(step.id);
  }
  if (closed.length > 0) {
    const query = trx.selectFrom('genvoris_credits').selectAll().where('hold_id', 'in', closed);
    for (const { holdId, kind, detail } of (await query.orderBy('id').execute()).map(toEntry)) {
      if (holdId === null) continue;
      const known = holds.get(holdId) ?? { used: false, free: detail?.free ?? null };
      holds.set(holdId, { ...known, used: known.used || kind === 'capture' });
    }
  }
  return { byKey, holds };
}

function hold(
  step: Step & { kind: 'reserve' },
  opened: Opened | undefined,
  { byKey }: Past,
): Held | { kind: 'spent' } {
  if (!opened) return { kind: 'spent' };
  const once = onceOf(step, opened.id) ?? null;
  const known = once === null ? undefined : byKey.get(once);
  return reserve(
    opened.account,
    step.request,
    { known, once, newId: () => `${opened.id}.${newId()}` },
    opened.write,
  );
}

function end(
  step: Step & { kind: 'settle' | 'release' },
  opened: Opened | undefined,
  { holds }: Past,
): undefined | Error {
  const known = holds.get(step.id);
  if (!opened || !known)
    return new Error(`No try-on was reserved as ${JSON.stringify(step.id)} in this ledger`);
  if (step.kind === 'settle') settle(opened.account, step.id, step, known, opened.write);
  else release(opened.account, step.id, step, opened.write);
  return undefined;
}

function onceOf(step: Step, customerId: string | undefined): string | undefined {
  if (step.kind !== 'reserve' || step.request.key === undefined || customerId === undefined) return undefined;
  return digest('key', customerId, step.request.key);
}

/** A hold's id begins with the account that it is in. */
function customerOf(holdId: string): string | undefined {
  return /^([\w-]{16})\.[\w-]{16}$/.exec(holdId)?.[1];
}
