import type { ConversionPlatform, WidgetEventType } from '@genvoris/contract';
import { type FunnelCounts, noCounts } from '../../src/domain/funnel/read-funnel.ts';
import type { Attribution } from '../../src/storage/tables/funnel.ts';

export interface ModelEvent {
  readonly sessionId: string;
  readonly eventType: WidgetEventType;
  readonly productId?: string;
  readonly platform: ConversionPlatform;
}

interface Order {
  readonly id: number;
  attribution: Attribution;
  amount: number;
  day: string;
}

const NAMES: Readonly<Record<WidgetEventType, keyof FunnelCounts>> = {
  WIDGET_OPENED: 'opened',
  PHOTO_UPLOADED: 'photo',
  TRYON_GENERATED: 'tried',
  TRYON_VIEWED: 'viewed',
  RESULT_SHARED: 'shared',
  ADDED_TO_CART: 'cart',
  CHECKOUT_STARTED: 'checkout',
  CLOSED: 'closed',
};

/** One store's funnel as the documentation tells it, event by event, in memory. */
export class FunnelModel {
  /** What each session did, by product (empty for all): on whichever platform, a visit is one. */
  readonly #reached = new Map<string, Set<string>>();
  /** The day a session began, of each product too: there all of it counts. */
  readonly #began = new Map<string, string>();
  readonly counts = new Map<string, FunnelCounts>();
  readonly orders = new Map<string, Order>();
  readonly refunds = new Map<string, number[]>();
  readonly #keys = new Set<string>();

  /** Whether the request is new. */
  claim(key: string | undefined): boolean {
    if (key === undefined) return true;
    if (this.#keys.has(key)) return false;
    this.#keys.add(key);
    return true;
  }

  event({ sessionId, eventType, productId }: ModelEvent, day: string): void {
    for (const product of productId === undefined ? [''] : ['', productId]) {
      this.#at(day, product).events += 1;
      for (const name of ['sessions', NAMES[eventType]] as const) {
        this.#reach(sessionId, product, name, day);
      }
      const steps = this.#reached.get(`${sessionId} ${product}`);
      if (steps?.has('tried') && steps.has('ordered'))
        this.#reach(sessionId, product, 'triedAndOrdered', day);
    }
  }

  order(
    order: string,
    amount: number,
    sessionId: string | undefined,
    productId: string | undefined,
    day: string,
  ): { id: number; attributed: boolean; deduped: boolean } {
    const known = this.orders.get(order);
    if (known) return { id: known.id, attributed: known.attribution !== 'none', deduped: true };
    const rows = [...this.#reached].filter(([name]) => name.split(' ')[0] === sessionId);
    const tried = rows.some(([name, steps]) => name.split(' ')[1] === '' && steps.has('tried'));
    for (const [name, steps] of rows) {
      const [, product = ''] = name.split(' ');
      if (product !== '' && product !== productId) continue;
      this.#reach(sessionId ?? '', product, 'ordered', day);
      if (!steps.has('tried')) continue;
      for (const count of ['orderedAfterTryon', 'triedAndOrdered'] as const)
        this.#reach(sessionId ?? '', product, count, day);
    }
    const id = this.orders.size;
    this.orders.set(order, { id, attribution: tried ? 'session' : 'none', amount, day });
    return { id, attributed: tried, deduped: false };
  }

  /** The order's id, or undefined if it is not known. */
  refund(order: string, amount: number): number | undefined {
    this.refunds.set(order, [...(this.refunds.get(order) ?? []), amount]);
    return this.orders.get(order)?.id;
  }

  /** Of one day, all products (empty) or one. */
  ofDay(day: string, product: string): FunnelCounts {
    return this.counts.get(`${day} ${product}`) ?? noCounts();
  }

  /** Of all products (empty) or of one. */
  total(product: string): FunnelCounts {
    const sum = noCounts();
    for (const [name, counts] of this.counts) {
      if (name.split(' ')[1] !== product) continue;
      for (const key of Object.keys(sum) as (keyof FunnelCounts)[]) sum[key] += counts[key];
    }
    return sum;
  }

  sums(attribution: Attribution) {
    const mine = [...this.orders].filter(([, order]) => order.attribution === attribution);
    return {
      orders: mine.length,
      amountCents: mine.reduce((sum, [, { amount }]) => sum + amount, 0),
      returned: mine.filter(([order]) => this.refunds.has(order)).length,
      refundedCents: mine.flatMap(([order]) => this.refunds.get(order) ?? []).reduce((a, b) => a + b, 0),
    };
  }

  #reach(session: string, product: string, name: keyof FunnelCounts, day: string): void {
    const key = `${session} ${product}`;
    const steps = this.#reached.get(key) ?? new Set();
    this.#reached.set(key, steps);
    if (steps.has(name)) return;
    steps.add(name);
    const began = this.#began.get(key) ?? day;
    this.#began.set(key, began);
    this.#at(began, product)[name] += 1;
  }

  #at(day: string, product: string): FunnelCounts {
    const key = `${day} ${product}`;
    const counts = this.counts.get(key) ?? noCounts();
    this.counts.set(key, counts);
    return counts;
  }
}
