import { apply, emptyAccount, left } from '../book/account.ts';
import type { Entry } from '../book/entry.ts';
import { nextDue } from '../book/pass-time.ts';
import { writeAccount } from '../book/stored-account.ts';
import { toEntry } from '../storage/entry-row.ts';
import type { Store, Within } from '../storage/store.ts';
import { transact } from '../storage/transaction.ts';
import { isSubscribed } from './save-all.ts';

/** What a check of the whole ledger found. */
export interface Verification {
  /** How many accounts and entries were read. */
  accounts: number;
  entries: number;
  /** Holds that are still open though their time is over at the moment given; a sweep releases them. */
  overdue: number;
  /** One sentence for each thing that is not as it has to be; empty if all is well. */
  problems: string[];
}

const ACCOUNTS_AT_ONCE = 50;

/** Adds all entries up again, and compares what is kept beside them. */
export async function verify(store: Store, { at }: { at: number }): Promise<Verification> {
  const found: Verification = { accounts: 0, entries: 0, overdue: 0, problems: [] };
  let after = '';
  for (;;) {
    const last = await transact(store, async (trx) => {
      const rows = await trx
        .selectFrom('genvoris_customers')
        .selectAll()
        .where('id', '>', after)
        .orderBy('id')
        .limit(ACCOUNTS_AT_ONCE)
        .$if(store.flavour.name !== 'sqlite', (query) => query.forUpdate())
        .execute();
      const page: Verification = { accounts: rows.length, entries: 0, overdue: 0, problems: [] };
      for (const row of rows) {
        const query = trx.selectFrom('genvoris_credits').selectAll().where('customer_id', '=', row.id);
        const entries = (await query.orderBy('id').execute()).map(toEntry);
        check(row, entries, at, page);
      }
      return { page, id: rows.at(-1)?.id };
    });
    found.accounts += last.page.accounts;
    found.entries += last.page.entries;
    found.overdue += last.page.overdue;
    found.problems.push(...last.page.problems);
    if (last.id === undefined) break;
    after = last.id;
  }
  await transact(store, async (trx) => {
    found.problems.push(...(await strays(trx)));
  });
  return found;
}

interface Row {
  id: string;
  account: string;
  is_subscribed: number;
  next_due: number | null;
}

function check(row: Row, entries: readonly Entry[], at: number, found: Verification): void {
  const problem = (text: string) => found.problems.push(`Account ${row.id}: ${text}`);
  found.entries += entries.length;
  const account = emptyAccount();
  const closed = new Map<string, string>();
  for (const entry of entries) {
    const { kind, holdId } = entry;
    if (entry.amount < 0) problem(`the ${kind} of ${entry.at} has the negative amount ${entry.amount}`);
    if (holdId !== null && kind === 'capture') {
      if (closed.get(holdId) === 'capture') problem(`${holdId} was charged twice`);
      if (!entries.some((each) => each.kind === 'hold' && each.holdId === holdId))
        problem(`${holdId} was charged and never held`);
    }
    if (holdId !== null && ['capture', 'release', 'lapse'].includes(kind)) closed.set(holdId, kind);
    apply(account, entry);
    for (const grant of account.grants)
      if (grant.ref === entry.ref && (left(grant) < 0 || grant.held < 0))
        problem(
          `after the ${kind} of ${entry.at} the grant of order ${orderOf(entries, grant.ref)} has ${left(grant)} left and ${grant.held} held of ${grant.granted}`,
        );
  }
  for (const [holdId, { until }] of account.holds) {
    if (until <= at) found.overdue += 1;
    if (closed.has(holdId)) problem(`${holdId} is held though it is over`);
  }
  const kept = writeAccount(account);
  if (kept !== row.account)
    problem(`the kept balance ${row.account} is not what its entries come to, ${kept}`);
  const subscribed = isSubscribed(account);
  if (subscribed !== Number(row.is_subscribed))
    problem(`is_subscribed is ${row.is_subscribed}, and the entries say ${subscribed}`);
  const due = nextDue(account);
  if (due !== null && (row.next_due === null || Number(row.next_due) > due))
    problem(`next_due is ${row.next_due}, and by the entries something is due at ${due}`);
}

function orderOf(entries: readonly Entry[], ref: string): string {
  return JSON.stringify(entries.find((entry) => entry.ref === ref && entry.orderId !== null)?.orderId ?? ref);
}

/** What no account shows: entries of accounts that are not there, orders that were granted twice. */
async function strays(trx: Within): Promise<string[]> {
  const lost = await trx
    .selectFrom('genvoris_credits as entry')
    .leftJoin('genvoris_customers as customer', 'customer.id', 'entry.customer_id')
    .select(['entry.id', 'entry.customer_id'])
    .where('entry.customer_id', 'is not', null)
    .where('customer.id', 'is', null)
    .orderBy('entry.id')
    .limit(100)
    .execute();
  const twice = await trx
    .selectFrom('genvoris_credits')
    .select(['ref'])
    .where('kind', '=', 'grant')
    .where('once', 'is not', null)
    .groupBy('ref')
    .having((each) => each.fn.countAll(), '>', 1)
    .orderBy('ref')
    .limit(100)
    .execute();
  return [
    ...lost.map(({ id, customer_id }) => `Entry ${id} is of account ${customer_id}, which is not there`),
    ...twice.map(({ ref }) => `Order ${ref} was granted more than once`),
  ];
}
