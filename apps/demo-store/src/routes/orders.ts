import { type Request, type Response, Router } from 'express';
import { orderPage } from '../pages/order.ts';
import type { Order } from '../shop/orders.ts';
import { fieldOf, queryOf, type Shop } from './shop.ts';

/** What can be done about an order that was placed. */
export function orderRoutes({ visitors, orders, events, show }: Shop): Router {
  const routes = Router();

  /** Only one's own: another's is not there. */
  function ownOrder(request: Request, response: Response): Order | undefined {
    const { shopper, guestOrders } = visitors.welcome(request, response);
    const order = orders.find(String(request.params.id));
    const isOwn = order && (shopper ? order.shopperId === shopper.id : guestOrders.includes(order.id));
    return isOwn ? order : undefined;
  }

  routes.get('/orders/:id', (request, response, next) => {
    const visitor = visitors.welcome(request, response);
    const order = ownOrder(request, response);
    if (!order) return next();
    const page = orderPage({ order, events: events.of(order.id), forProduct: queryOf(request, 'for') });
    show(request, response, visitor, page);
  });

  routes.post('/orders/:id/refund', async (request, response, next) => {
    const order = ownOrder(request, response);
    if (!order) return next();
    const line = fieldOf(request, 'line');
    orders.refund(order, line === undefined ? undefined : Number(line));
    await events.deliver();
    response.redirect(303, `/orders/${order.id}`);
  });

  routes.post('/orders/:id/cancel', async (request, response, next) => {
    const order = ownOrder(request, response);
    if (!order) return next();
    orders.cancel(order);
    await events.deliver();
    response.redirect(303, `/orders/${order.id}`);
  });

  return routes;
}
