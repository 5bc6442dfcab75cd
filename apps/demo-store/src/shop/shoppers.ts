import { buildExternalId, type ExternalId } from '@genvoris/contract';
import { type Database, inTransaction } from './database.ts';
import type { ShopEvents } from './shop-events.ts';

/** Somebody with an account at the shop. */
export interface Shopper {
  id: number;
  name: string;
  email: string;
}

export interface Shoppers {
  /** The first of them, for a demo's pages. */
  all(): Shopper[];
  find(id: number | undefined): Shopper | undefined;
  /** Undefined: somebody has an account with this email. */
  register(name: string, email: string): Shopper | undefined;
  remove(shopper: Shopper): void;
}

const MOST = 50;

/** The first time there are three, so that one can be seen not to have what another has. */
const FIRST: readonly Shopper[] = [
  { id: 42, name: 'Ada', email: 'ada@shopper.example' },
  { id: 43, name: 'Ben', email: 'ben@shopper.example' },
  { id: 44, name: 'Cleo', email: 'cleo@shopper.example' },
];

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const EMAIL_MOST = 254;

/** Returns the email in one spelling, or `undefined` for what is none. */
export function readEmail(text: string | undefined): string | undefined {
  const email = text?.trim().toLowerCase();
  return email !== undefined && email.length <= EMAIL_MOST && EMAIL.test(email) ? email : undefined;
}

/** Who the shopper is to Genvoris and in the ledger: the shop's own id behind the prefix of shops like this one. */
export function externalIdOf({ id }: Pick<Shopper, 'id'>): ExternalId {
  return buildExternalId('external', id);
}

export function createShoppers(database: Database, events: ShopEvents): Shoppers {
  const insert = database.prepare('insert or ignore into shoppers (id, name, email) values (?, ?, ?)');
  // A shopper who was deleted does not come back at the next start.
  const { used } = database
    .prepare("select count(*) as used from sqlite_sequence where name = 'shoppers'")
    .get() as {
    used: number;
  };
  if (used === 0) for (const { id, name, email } of FIRST) insert.run(id, name, email);
  const all = database.prepare(`select id, name, email from shoppers order by id limit ${MOST}`);
  const byId = database.prepare('select id, name, email from shoppers where id = ?');

  return {
    all: () => all.all() as unknown as Shopper[],
    find: (id) => byId.get(id ?? null) as Shopper | undefined,
    register(name, email) {
      return inTransaction(database, () => {
        const { changes, lastInsertRowid } = insert.run(null, name, email);
        if (changes === 0) return undefined;
        const shopper = { id: Number(lastInsertRowid), name, email };
        // Guest orders with this email are the shopper's from now on. A real shop lets the email be confirmed first.
        database
          .prepare('update orders set shopper_id = ? where shopper_id is null and email = ?')
          .run(shopper.id, email);
        events.record({
          id: `shopper-${shopper.id}-created`,
          type: 'shopper.created',
          data: { customerId: shopper.id, email },
        });
        return shopper;
      });
    },
    remove({ id }) {
      inTransaction(database, () => {
        database.prepare('delete from shoppers where id = ?').run(id);
        database.prepare('delete from subscriptions where shopper_id = ?').run(id);
        database.prepare('delete from shop_events where shopper_id = ? and status is not null').run(id);
        // The books keep the orders, under nobody.
        database.prepare('update orders set shopper_id = null, email = null where shopper_id = ?').run(id);
        events.record({
          id: `shopper-${id}-deleted`,
          type: 'shopper.deleted',
          data: { customerId: id },
        });
      });
    },
  };
}
