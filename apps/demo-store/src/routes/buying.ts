import { Router } from 'express';
import { bagPage } from '../pages/bag.ts';
import { checkoutPage } from '../pages/checkout.ts';
import type { OrderLine } from '../shop/orders.ts';
import { findPass, findProduct, type Pass } from '../shop/products.ts';
import { readEmail } from '../shop/shoppers.ts';
import type { BagLine } from '../shop/visitors.ts';
import { fieldOf, queryOf, type Shop } from './shop.ts';

const MOST_OF_ONE = 20;
const MOST_LINES = 50;

/** From the bag to the order. */
export function buyingRoutes({ visitors, models, orders, events, show }: Shop): Router {
  const routes = Router();

  routes.get('/bag', (request, response) => {
    const visitor = visitors.welcome(request, response);
    show(request, response, visitor, bagPage(visitor.bag, models.choice()));
  });

  routes.post('/bag', (request, response) => {
    const { bag } = visitors.welcome(request, response);
    const product = findProduct(fieldOf(request, 'product'));
    const size = product?.sizes.find((one) => one === fieldOf(request, 'size')) ?? product?.sizes[0];
    if (product && size) {
      const line = lineOf(bag, product.id, size);
      if (line) line.quantity = Math.min(line.quantity + 1, MOST_OF_ONE);
      else if (bag.length < MOST_LINES) bag.push({ productId: product.id, size, quantity: 1 });
    }
    response.redirect(303, '/bag');
  });

  routes.post('/bag/quantity', (request, response) => {
    const { bag } = visitors.welcome(request, response);
    const line = lineOf(bag, fieldOf(request, 'product'), fieldOf(request, 'size'));
    const quantity = Number(fieldOf(request, 'quantity'));
    if (line && Number.isInteger(quantity) && quantity <= MOST_OF_ONE) {
      line.quantity = quantity;
      if (quantity < 1) bag.splice(bag.indexOf(line), 1);
    }
    response.redirect(303, '/bag');
  });

  routes.get('/checkout', (request, response) => {
    const visitor = visitors.welcome(request, response);
    const pass = findPass(queryOf(request, 'pass'));
    const lines = pass ? [toLine(pass)] : linesOf(visitor.bag);
    if (lines.length === 0) return response.redirect(303, '/bag');
    const forProduct = findProduct(queryOf(request, 'for'));
    const hidden = { ...(pass && { pass: pass.id }), ...(forProduct && { for: forProduct.id }) };
    // A pass is somebody's; clothes may be anybody's.
    show(
      request,
      response,
      visitor,
      checkoutPage({ lines, shopper: visitor.shopper, hidden, guests: !pass }),
    );
  });

  routes.post('/checkout', async (request, response) => {
    const visitor = visitors.welcome(request, response);
    const { shopper, bag } = visitor;
    const pass = findPass(fieldOf(request, 'pass'));
    const email = readEmail(fieldOf(request, 'email'));
    const lines = pass ? [toLine(pass)] : linesOf(bag);
    if (lines.length === 0) return response.redirect(303, '/bag');
    if (!shopper && (pass || !email)) return response.redirect(303, '/checkout');

    // A real shop asks its bank here.
    const paid = fieldOf(request, 'card') === 'paid';
    const order = orders.place({ shopper, email, lines, paid, visit: fieldOf(request, 'genvoris_session') });
    if (!shopper) visitor.guestOrders.push(order.id);
    if (paid && !pass) bag.length = 0;
    // So that the page that comes next can say what it unlocked.
    await events.deliver();
    const forProduct = findProduct(fieldOf(request, 'for'));
    response.redirect(303, `/orders/${order.id}${forProduct ? `?for=${forProduct.id}` : ''}`);
  });

  return routes;
}

function lineOf(
  bag: BagLine[],
  productId: string | undefined,
  size: string | undefined,
): BagLine | undefined {
  return bag.find((line) => line.productId === productId && line.size === size);
}

function linesOf(bag: readonly BagLine[]): OrderLine[] {
  return bag.flatMap(({ productId, quantity }) => {
    const product = findProduct(productId);
    return product ? [{ productId, quantity, title: product.title, cents: product.cents }] : [];
  });
}

function toLine({ id, title, cents }: Pass): OrderLine {
  return { productId: id, title, cents, quantity: 1 };
}
