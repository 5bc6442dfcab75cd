import type { ExternalId } from '@genvoris/contract';
import type {
  Holder,
  OrderChange,
  ReserveRequest,
  ShopperAllowance,
  SubscriptionChange,
} from '@genvoris/storefront';

type Paid = OrderChange & { kind: 'paid' };
type Refund = OrderChange & { kind: 'refunded' };

interface ModelOrder {
  paid?: Paid;
  /** Whose it is, by name; a claim's name begins with `claim:`. */
  owner?: string | null;
  refunds: Map<string, Refund>;
  cancelled: boolean;
  used: number;
}

interface ModelHold {
  id: string;
  owner: string;
  source: 'subscription' | 'free' | ModelOrder;
  at: number;
  until: number;
  free: ReserveRequest['free'];
  adoptable: boolean;
  state: 'open' | 'released' | 'settled';
  keys: string[];
}

interface ModelSubscription {
  owner: string | null;
  change: SubscriptionChange;
}

/**
 * What the port promises, as plainly as can be: facts, from which everything is counted anew each time it is asked.
 * Its clock only goes forward.
 */
export class Model {
  readonly orders = new Map<string, ModelOrder>();
  readonly subscriptions = new Map<string, ModelSubscription>();
  readonly claims = new Map<string, ExternalId>();
  readonly holds: ModelHold[] = [];
  /** Free try-ons that were used, by owner. */
  readonly freeUses: { owner: string; at: number }[] = [];
  /** Orders of each owner, in the order they came to them. */
  readonly owned = new Map<string, ModelOrder[]>();

  allowance(owner: string, at: number, freeSince: number): ShopperAllowance {
    const sessions = this.#grants(owner, 'session');
    const open = sessions.filter(
      (order) => ahead(order, at) && this.#left(order, at) + this.#held(order, at) > 0,
    );
    const ends = open.map(({ paid }) => paid?.grant?.expiresAt ?? null);
    return {
      subscription: this.#subscription(owner, at),
      freeUsed: this.#freeUsed(owner, at, freeSince),
      session: {
        remaining: this.#sum(sessions, at),
        expiresAt: ends.length === 0 || ends.includes(null) ? null : Math.max(...(ends as number[])),
      },
      credits: this.#sum(this.#grants(owner, 'credits'), at),
      held: this.holds.filter((hold) => hold.owner === owner && isOpen(hold, at) && hold.adoptable).length,
    };
  }

  /** The hold, and what is left after it; undefined where nothing can be had. `id` names one that is made. */
  reserve(owner: string, request: ReserveRequest, id: string): ModelHold | undefined {
    const { at, key } = request;
    const known =
      key === undefined
        ? undefined
        : this.holds.find((hold) => hold.owner === owner && hold.keys.includes(key));
    if (known) return known;
    const waiting = this.holds.find((hold) => hold.owner === owner && isOpen(hold, at) && hold.adoptable);
    if (request.adopt && waiting) {
      waiting.adoptable = false;
      waiting.until = Math.max(waiting.until, request.until);
      if (key !== undefined) waiting.keys.push(key);
      return waiting;
    }
    const source = this.#take(owner, at, request.free);
    if (!source) return undefined;
    const hold: ModelHold = {
      id,
      owner,
      source,
      at,
      until: request.until,
      free: request.free,
      adoptable: key !== undefined && !request.adopt,
      state: 'open',
      keys: key === undefined ? [] : [key],
    };
    this.holds.push(hold);
    return hold;
  }

  remaining(owner: string, at: number, free: ReserveRequest['free']): number | null {
    if (this.#subscription(owner, at)?.state === 'active') return null;
    const ofFree = free ? Math.max(0, free.limit - this.#freeUsed(owner, at, free.since)) : 0;
    return (
      ofFree + this.#sum(this.#grants(owner, 'session'), at) + this.#sum(this.#grants(owner, 'credits'), at)
    );
  }

  settle(hold: ModelHold, at: number): void {
    if (hold.state === 'settled') return;
    const open = isOpen(hold, at);
    hold.state = 'settled';
    const source = open ? hold.source : this.#take(hold.owner, at, hold.free);
    if (source === 'free') this.freeUses.push({ owner: hold.owner, at: open ? hold.at : at });
    if (typeof source === 'object') source.used += 1;
  }

  release(hold: ModelHold, at: number): void {
    if (isOpen(hold, at)) hold.state = 'released';
  }

  order(change: OrderChange): { outcome: string; granted: number; revoked: number } {
    const order = this.#order(change.orderId);
    const { at } = change;
    if (change.kind === 'paid') {
      if (order.paid) return RECORDED;
      order.paid = change;
      order.owner = this.#ownerOf(change.holder);
      if (order.owner !== null) this.#own(order.owner, order);
      const usable = order.owner === null ? (change.grant?.amount ?? 0) : this.#left(order, at);
      if (usable === 0) return RECORDED;
      const guest = order.owner === null || order.owner.startsWith('claim:');
      return guest
        ? { ...RECORDED, outcome: 'guest_order' }
        : { outcome: 'granted', granted: usable, revoked: 0 };
    }
    const before = this.#left(order, at);
    if (change.kind === 'cancelled') order.cancelled = true;
    else if (order.refunds.has(change.refundId)) return RECORDED;
    else order.refunds.set(change.refundId, change);
    const revoked = order.owner === null ? 0 : before - this.#left(order, at);
    return revoked > 0 ? { outcome: 'revoked', granted: 0, revoked } : RECORDED;
  }

  subscription(change: SubscriptionChange): string {
    const known = this.subscriptions.get(change.subscriptionId);
    if (!known && !change.begins) return 'ignored';
    if (known && !later(change, known.change)) return 'ignored';
    const named = this.#ownerOf(change.holder);
    const stays = known?.owner != null && (named === null || named.startsWith('claim:'));
    this.subscriptions.set(change.subscriptionId, { change, owner: stays ? known.owner : named });
    return 'subscription_changed';
  }

  claim(shopper: ExternalId, claim: string, at: number): { outcome: string; granted: number } {
    const guest = `claim:${claim}`;
    const moved = this.owned.get(guest) ?? [];
    this.owned.delete(guest);
    const before = this.#sum(this.owned.get(shopper) ?? [], at);
    for (const order of moved) {
      order.owner = shopper;
      this.#own(shopper, order);
    }
    let subscriptions = 0;
    for (const each of this.subscriptions.values()) {
      if (each.owner !== guest) continue;
      each.owner = shopper;
      subscriptions += 1;
    }
    this.claims.set(claim, shopper);
    const granted = this.#sum(this.owned.get(shopper) ?? [], at) - before;
    return { outcome: moved.length + subscriptions > 0 ? 'claimed' : 'ignored', granted };
  }

  detach(shopper: ExternalId, gone: string): void {
    for (const order of this.owned.get(shopper) ?? []) order.owner = gone;
    this.owned.set(gone, this.owned.get(shopper) ?? []);
    this.owned.delete(shopper);
    for (const each of [...this.subscriptions.values(), ...this.holds, ...this.freeUses])
      if (each.owner === shopper) each.owner = gone;
    for (const [claim, owner] of this.claims) if (owner === shopper) this.claims.delete(claim);
  }

  #order(id: string): ModelOrder {
    const found = this.orders.get(id) ?? { refunds: new Map(), cancelled: false, used: 0 };
    this.orders.set(id, found);
    return found;
  }

  #ownerOf(holder: Holder | null): string | null {
    if (holder === null) return null;
    return 'shopper' in holder ? holder.shopper : (this.claims.get(holder.claim) ?? `claim:${holder.claim}`);
  }

  #own(owner: string, order: ModelOrder): void {
    this.owned.set(owner, [...(this.owned.get(owner) ?? []), order]);
  }

  #grants(owner: string, source: 'session' | 'credits'): ModelOrder[] {
    return (this.owned.get(owner) ?? []).filter(({ paid }) => paid?.grant?.source === source);
  }

  #take(owner: string, at: number, free: ReserveRequest['free']): ModelHold['source'] | undefined {
    if (this.#subscription(owner, at)?.state === 'active') return 'subscription';
    if (free && this.#freeUsed(owner, at, free.since) < free.limit) return 'free';
    for (const source of ['session', 'credits'] as const) {
      const soonest = this.#grants(owner, source)
        .filter((order) => this.#left(order, at) > 0)
        .toSorted((a, b) => ends(a) - ends(b) || 0)[0];
      if (soonest) return soonest;
    }
    return undefined;
  }

  #subscription(owner: string, at: number): ShopperAllowance['subscription'] {
    const all = [...this.subscriptions.values()]
      .filter((each) => each.owner === owner)
      .map(({ change: { state, endsAt } }) => ({
        state: state === 'active' && endsAt !== null && endsAt <= at ? ('ended' as const) : state,
        endsAt,
      }))
      .toSorted((a, b) => (b.endsAt ?? Infinity) - (a.endsAt ?? Infinity) || 0);
    const found = (['active', 'paused', 'ended'] as const).map((state) =>
      all.find((each) => each.state === state),
    );
    return found.find(Boolean) ?? null;
  }

  #freeUsed(owner: string, at: number, since: number): number {
    const held = this.holds.filter(
      (hold) => hold.owner === owner && hold.source === 'free' && isOpen(hold, at),
    );
    return [...held, ...this.freeUses.filter((use) => use.owner === owner)].filter((use) => use.at >= since)
      .length;
  }

  #held(order: ModelOrder, at: number): number {
    return this.holds.filter((hold) => hold.source === order && isOpen(hold, at)).length;
  }

  #left(order: ModelOrder, at: number): number {
    const { paid, refunds, cancelled, used } = order;
    if (!paid?.grant || !ahead(order, at)) return 0;
    const back = [...refunds.values()].map(({ amountCents }) => amountCents);
    const cents = back.reduce<number>((sum, each) => sum + (each ?? 0), 0);
    const whole = cancelled || back.includes(null) || (cents > 0 && cents >= paid.totalCents);
    const { amount } = paid.grant;
    const taken = whole ? amount : cents === 0 ? 0 : Math.floor((amount * cents) / paid.totalCents);
    return Math.max(0, amount - taken - used - this.#held(order, at));
  }

  #sum(orders: readonly ModelOrder[], at: number): number {
    return orders.reduce((sum, order) => sum + this.#left(order, at), 0);
  }
}

const RECORDED = { outcome: 'recorded', granted: 0, revoked: 0 };

function isOpen({ state, until }: ModelHold, at: number): boolean {
  return state === 'open' && until > at;
}

function ends({ paid }: ModelOrder): number {
  return paid?.grant?.expiresAt ?? Number.POSITIVE_INFINITY;
}

function ahead(order: ModelOrder, at: number): boolean {
  return ends(order) > at;
}

function later(change: SubscriptionChange, known: SubscriptionChange): boolean {
  if (known.state === 'ended') return false;
  if (change.state === 'ended') return true;
  if (change.occurredAt !== known.occurredAt) return change.occurredAt > known.occurredAt;
  if (change.state !== known.state) return change.state === 'active';
  return (change.endsAt ?? Infinity) > (known.endsAt ?? Infinity);
}
