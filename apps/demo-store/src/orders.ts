import { createGenvoris, isGenvorisError } from '@genvoris/node';
import { type Order, total } from './order.ts';
import type { RunningPortal } from './portal.ts';
import { PORTAL } from './scenarios.ts';
import type { Visitor } from './visitors.ts';

export interface Orders {
  /** Takes what is in the bag; `visit` is the widget's id of the visit, if the shopper has used it. */
  place(visitor: Visitor, visit: string | undefined): Promise<Order>;
  /** Gives the money back, once. */
  takeBack(visitor: Visitor, order: Order): Promise<void>;
  close(): Promise<void>;
}

const PLATFORM = 'custom';
const CURRENCY = 'EUR';

/** The till. A real shop tells the two from the order webhooks of its platform, or when it books the payment. */
export function createOrders(portal: RunningPortal | undefined): Orders {
  const genvoris = portal && createGenvoris({ apiKey: portal.apiKey, portalUrl: portal.url });
  const clientFor = ({ scenario }: Visitor) => (scenario === PORTAL ? genvoris : undefined);

  return {
    async place(visitor, visit) {
      const products = visitor.bag.splice(0);
      const order: Order = { id: `order_${crypto.randomUUID()}`, products, returned: false };
      visitor.orders.push(order);
      const [only, ...others] = new Set(products);
      const told = await attempt(() =>
        clientFor(visitor)?.conversions.create({
          orderId: order.id,
          platform: PLATFORM,
          amountCents: total(products),
          currency: CURRENCY,
          quantity: products.length,
          // An order of several products is about none of them.
          ...(only && others.length === 0 && { productId: only.id, productTitle: only.title }),
          ...(visit && { sessionId: visit }),
          ...(visitor.signedIn && { customerEmail: visitor.email }),
        }),
      );
      if (told) order.attributedFromTryOn = told.attributedFromTryOn;
      return order;
    },
    async takeBack(visitor, order) {
      if (order.returned) return;
      order.returned = true;
      await attempt(() =>
        clientFor(visitor)?.returns.create({
          orderId: order.id,
          platform: PLATFORM,
          refundedAmountCents: total(order.products),
          currency: CURRENCY,
          reason: 'returned',
        }),
      );
    },
    close: async () => genvoris?.close(),
  };
}

/** An order stands whatever becomes of the call. A real shop tries again later: an order counts once. */
async function attempt<T>(call: () => Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    console.error(`Genvoris was not told of an order: ${isGenvorisError(error) ? error.code : error}`);
    return undefined;
  }
}
