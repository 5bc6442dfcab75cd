import type { ShopperLedger } from '@genvoris/storefront';
import type { Orders } from '../shop/orders.ts';
import type { ShopEvents } from '../shop/shop-events.ts';
import { externalIdOf, type Shopper, type Shoppers } from '../shop/shoppers.ts';
import type { Debits } from './debits.ts';

/** Something that happened to an order, an allowance or the store's pool, and what it belongs to. */
export interface Step {
  at: string;
  /** Whose book it is from. */
  by: 'order system' | 'shop ledger' | 'portal';
  shopper: Shopper | undefined;
  what: string;
  /** What became of it. */
  outcome: string;
  orderId: string | undefined;
  requestId: string | undefined;
  /** The id of the shop's event, which can be sent once more. */
  eventId?: string;
}

export interface TrailSources {
  shoppers: Shoppers;
  orders: Orders;
  events: ShopEvents;
  ledger: ShopperLedger;
  debits: Debits;
}

const MOST = 200;

/** What order system, ledger and portal say of the same things, in one list: newest first. */
export async function readTrail({ shoppers, orders, events, ledger, debits }: TrailSources): Promise<Step[]> {
  const all = shoppers.all();
  const byExternalId = new Map(all.map((shopper) => [externalIdOf(shopper) as string, shopper]));

  const told = events.latest().map(({ event, at, status, requestId, receipt }): Step => {
    const { orderId, customerId } = event.data as { orderId?: string; customerId?: number | null };
    // A refund names its order alone.
    const shopperId = customerId ?? orders.find(orderId)?.shopperId;
    return {
      at,
      by: 'order system',
      shopper: shoppers.find(shopperId ?? undefined),
      what: event.type,
      outcome: receipt ? describe(receipt) : status ? `refused (${status})` : 'waits to be sent',
      orderId,
      requestId,
      eventId: event.id,
    };
  });

  const at = Date.now();
  const entries = await Promise.all(
    all.map(async (shopper) => {
      const { history } = await ledger.account(externalIdOf(shopper), { at, limit: MOST });
      return history.map(
        (entry): Step => ({
          at: entry.at,
          by: 'shop ledger',
          shopper,
          what: entry.kind,
          outcome: [entry.amount, entry.source].filter(Boolean).join(', '),
          // The ledger keeps whose system an order is of; this shop has one.
          orderId: entry.orderId?.replace(/^external:/, ''),
          requestId: entry.requestId,
        }),
      );
    }),
  );

  const debited = debits.latest().map(
    (debit): Step => ({
      at: debit.at,
      by: 'portal',
      shopper: byExternalId.get(debit.externalId ?? ''),
      what: 'debited',
      outcome: debit.quota
        ? `pool ${debit.pool}, shopper ${debit.quota.used} of ${debit.quota.limit}`
        : `pool ${debit.pool}`,
      orderId: undefined,
      requestId: debit.requestId,
    }),
  );
  return [...told, ...entries.flat(), ...debited].sort((one, other) => other.at.localeCompare(one.at));
}

/** The steps that belong together with a request or an order: an order's, and what shares a request with one of them. */
export function follow(steps: Step[], wanted: string): Step[] {
  const found = steps.filter(({ orderId, requestId }) => orderId === wanted || requestId === wanted);
  const orders = new Set(found.map(({ orderId }) => orderId).filter(Boolean));
  const ofOrders = steps.filter(({ orderId }) => orders.has(orderId));
  const requests = new Set([...found, ...ofOrders].map(({ requestId }) => requestId).filter(Boolean));
  return steps.filter(({ orderId, requestId }) => orders.has(orderId) || requests.has(requestId));
}

function describe({
  outcome,
  granted,
  revoked,
}: {
  outcome: string;
  granted?: number;
  revoked?: number;
}): string {
  const said = outcome.replaceAll('_', ' ');
  const amount = granted || revoked;
  return amount ? `${said} ${amount}` : said;
}
