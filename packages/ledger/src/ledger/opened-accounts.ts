import { type Account, apply, emptyAccount } from '../book/account.ts';
import type { Entry, Write } from '../book/entry.ts';
import { readAccount, writeAccount } from '../book/stored-account.ts';
import { digest, storable } from '../storage/digest.ts';
import { toEntryOf } from '../storage/entry-row.ts';
import { newId } from '../storage/new-id.ts';
import type { Store, Within } from '../storage/store.ts';
import { saveAll } from './save-all.ts';

/** An account whose row is locked until the transaction ends. */
export interface Opened {
  readonly id: string;
  readonly holder: string | null;
  readonly ownerId: string | null;
  readonly account: Account;
  /** What the row says beside it. */
  readonly isSubscribed: number;
  readonly nextDue: number | null;
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
  /** The same after a sweep, which has looked at all that is due. */
  saveSwept(): Promise<void>;
}

export const shopperHolder = (externalId: string) => digest('shopper', externalId);
export const claimHolder = (claim: string) => digest('claim', claim);

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
      .select(['id', 'holder', 'owner_id', 'account', 'is_subscribed', 'next_due'])
      .where('id', 'in', missing)
      .orderBy('id')
      .$if(flavour.name !== 'sqlite', (query) => query.forUpdate())
      .execute();
    for (const { id, holder, owner_id, account, is_subscribed, next_due } of rows)
      opened.set(id, {
        id,
        holder,
        ownerId: owner_id,
        account: readAccount(account),
        isSubscribed: Number(is_subscribed),
        nextDue: next_due === null ? null : Number(next_due),
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
      const all = [...changed].sort().flatMap((id) => opened.get(id) ?? []);
      await saveAll(flavour, trx, entries, all);
    },
    async saveSwept() {
      const all = [...opened.values()].map((each) => ({ ...each, nextDue: undefined }));
      await saveAll(flavour, trx, entries, all);
    },
  };
}
