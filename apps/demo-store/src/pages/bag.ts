import { html } from 'hono/html';
import { type Order, total } from '../order.ts';
import { type Product, toPrice } from '../products.ts';
import type { Visitor } from '../visitors.ts';
import { toPage } from './layout.ts';
import { widgetScript } from './product.ts';

/** What is about to be bought. The widget fills the field with its id of the visit, so that the order can be put down to it. */
export function bagPage(visitor: Visitor, proxy: string): string {
  const { bag } = visitor;
  return toPage({
    title: 'Your bag – Fallow',
    path: '/bag',
    visitor,
    content: html`<section class="narrow"><h1>Your bag</h1>
${
  bag.length === 0
    ? html`<p>It is empty. <a href="/">To the clothes</a></p>`
    : html`${lines(bag)}
<form method="post" action="/orders" data-track="CHECKOUT_STARTED">
  <input type="hidden" name="genvoris_session">
  <button class="bag">Order for ${toPrice(total(bag))}</button>
</form>`
}</section>`,
    scripts: widgetScript(proxy),
  });
}

export function orderPage(visitor: Visitor, { id, products, returned, attributedFromTryOn }: Order): string {
  const told =
    attributedFromTryOn === undefined
      ? 'The portal was not told of it.'
      : `The portal says: ${attributedFromTryOn ? 'a try-on came first' : 'no try-on came first'}.`;
  return toPage({
    title: 'Your order – Fallow',
    path: `/orders/${id}`,
    visitor,
    content: html`<section class="narrow"><h1>Thank you</h1>
${lines(products)}
<p>${toPrice(total(products))}. It is a demo: nothing was paid and nothing comes. <span class="told">${told}</span></p>
${
  returned
    ? html`<p class="returned">Sent back, and the money with it.</p>`
    : html`<form method="post" action="/orders/${id}/return"><button class="bag">Send it back</button></form>`
}</section>`,
  });
}

const lines = (products: readonly Product[]) =>
  html`<ul>${products.map(({ title, cents }) => html`<li>${title}, ${toPrice(cents)}</li>`)}</ul>`;
