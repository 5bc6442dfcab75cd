import { type RawBuilder, sql } from 'kysely';
import { type Account, apply, emptyAccount } from '../book/account.ts';
import type { Entry, Write } from '../book/entry.ts';
import { nextDue } from '../book/pass-time.ts';
import { readAccount, writeAccount } from '../book/stored-account.ts';
import { digest, storable } from '../storage/digest.ts';
import { toEntryOf, toRow } from '../storage/entry-row.ts';
import { newId } from '../storage/new-id.ts';
import type { Store, Within } from '../storage/store.ts';

/** An account whose row is locked until the transaction ends. */
export interface Opened {
  readonly id: string;
  readonly holder: string | null;
  readonly ownerId: string | null;
  readonly account: Account;
  readonly write: Write;
}

/** The accounts that a transaction works on, and the entries that it is going to write. */
export interface OpenedAccounts {
  /** Locks the rows that are there, always in the same order. */
  open(ids: readonly string[]): Promise<void>;
  get(id: string): Opened | undefined;
  /** The row of the holder, made if there is none, locked. */
  ofHolder(holder: string, made: { externalId: string | null; at: number }): Promise<Opened>;
  /** Writes an entry into the account, or for nobody. */
  write(customerId: string | null, entry: Parameters<Write>[0]): void;
  /** Writes what there is to be written; the transaction can end then. */
  save(): Promise<void>;
}

export const shopperHolder = (externalId: string) => digest('shopper', externalId);
export const claimHolder = (claim: string) => digest('claim', claim);

// Of thirteen values each; SQLite takes 32,766 at once.
const ROWS_AT_ONCE = 1_000;

export function openAccounts({ flavour }: Pick<Store, 'flavour'>, trx: Within): OpenedAccounts {
  const opened = new Map<string, Opened>();
  const changed = new Set<string>();
  const entries: Entry[] = [];

  function write(customerId: string | null, said: Parameters<Write>[0]): void {
    const entry = toEntryOf(customerId, said);
    entries.push(entry);
    const account = customerId === null ? undefined : opened.get(customerId)?.account;
    if (customerId === null) return;
    if (!account) throw new Error('An entry for an account that is not locked');
    apply(account, entry);
    changed.add(customerId);
  }

  async function open(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !opened.has(id)).sort();
    if (missing.length === 0) return;
    const rows = await trx
      .selectFrom('genvoris_customers')
      .select(['id', 'holder', 'owner_id', 'account'])
      .where('id', 'in', missing)
      .orderBy('id')
      .$if(flavour.name !== 'sqlite', (query) => query.forUpdate())
      .execute();
    for (const { id, holder, owner_id, account } of rows)
      opened.set(id, {
        id,
        holder,
        ownerId: owner_id,
        account: readAccount(account),
        write: (entry) => write(id, entry),
      });
  }

  async function idOf(holder: string): Promise<string | undefined> {
    const row = await trx
      .selectFrom('genvoris_customers')
      .select('id')
      .where('holder', '=', holder)
      .executeTakeFirst();
    return row?.id;
  }

  async function make(holder: string, externalId: string | null, at: number): Promise<string> {
    const row = {
      id: newId(),
      holder,
      external_id: externalId === null ? null : storable(externalId),
      owner_id: null,
      is_subscribed: 0,
      account: writeAccount(emptyAccount()),
      next_due: null,
      created_at: at,
    };
    const insert = trx.insertInto('genvoris_customers').values(row);
    await (flavour.name === 'mysql'
      ? insert.ignore()
      : insert.onConflict((conflict) => conflict.doNothing())
    ).execute();
    const id = await idOf(holder);
    if (id === undefined) throw new Error('A new account was not kept');
    return id;
  }

  async function saveAccounts(): Promise<void> {
    const rows = [...changed].sort().flatMap((id) => {
      const account = opened.get(id)?.account;
      return account ? [{ id, ...columnsOf(account) }] : [];
    });
    const [first, ...others] = rows;
    if (!first) return;
    if (others.length === 0) {
      const { id, ...columns } = first;
      await trx.updateTable('genvoris_customers').set(columns).where('id', '=', id).execute();
      return;
    }
    // Rows that are there, each with its own values, in one statement.
    const all = trx.insertInto('genvoris_customers').values(rows.map((row) => ({ ...row, created_at: 0 })));
    const theirs = (column: 'account' | 'is_subscribed' | 'next_due') =>
      flavour.name === 'mysql' ? sql`values(${sql.ref(column)})` : sql`excluded.${sql.ref(column)}`;
    const columns = {
      account: theirs('account'),
      is_subscribed: theirs('is_subscribed'),
      next_due: theirs('next_due'),
    } as Record<keyof ReturnType<typeof columnsOf>, RawBuilder<never>>;
    await (flavour.name === 'mysql'
      ? all.onDuplicateKeyUpdate(columns)
      : all.onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    ).execute();
  }

  return {
    open,
    get: (id) => opened.get(id),
    async ofHolder(holder, { externalId, at }) {
      const id = (await idOf(holder)) ?? (await make(holder, externalId, at));
      await open([id]);
      const found = opened.get(id);
      if (found?.holder === holder) return found;
      // Deleted between the two reads.
      const again = await make(holder, externalId, at);
      await open([again]);
      return opened.get(again) as Opened;
    },
    write,
    async save() {
      for (let from = 0; from < entries.length; from += ROWS_AT_ONCE)
        await trx
          .insertInto('genvoris_credits')
          .values(entries.slice(from, from + ROWS_AT_ONCE).map(toRow))
          .execute();
      await saveAccounts();
    },
  };
}

/** What a row keeps of its account. */
export function columnsOf(account: Account) {
  const states = [...account.subscriptions.values()].map(({ state }) => state);
  return {
    account: writeAccount(account),
    is_subscribed: states.includes('active') ? 1 : 0,
    next_due: nextDue(account),
  };
}
