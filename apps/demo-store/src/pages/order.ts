import type { Markup } from '@genvoris/design';
import { html } from 'hono/html';
import { type Order, totalOf } from '../shop/orders.ts';
import { findPass, findProduct, toPrice } from '../shop/products.ts';
import type { SentEvent } from '../shop/shop-events.ts';
import { count, toTime } from './allowance.ts';
import { orderLines } from './checkout.ts';
import type { Page } from './page.ts';

export interface OrderPageOptions {
  order: Order;
  /** What was told of it. */
  events: SentEvent[];
  /** The product that the shopper came from, if it was a pass for one. */
  forProduct: string | undefined;
}

export function orderPage({ order, events, forProduct }: OrderPageOptions): Page {
  const { id, lines, state, placedAt } = order;
  if (state === 'declined') {
    return {
      title: 'Not paid',
      content: html`<section class="narrow"><h1>Your card was declined</h1>
<p class="lead">Nothing was paid, and nothing was unlocked. What you wanted is still there.</p>
<p><a class="press" href="${checkoutAgain(order, forProduct)}">Try another card</a></p></section>`,
    };
  }
  const back = lines.filter(({ refunded }) => refunded);
  const product = findProduct(forProduct);
  return {
    title: `Order ${id}`,
    content: html`<section class="narrow"><p class="over">Order ${id} · ${toTime(placedAt)}</p>
<h1>${heading(order)}</h1>
${events.map(outcome)}
${product && html`<p><a class="press" href="/p/${product.id}">Back to the ${product.title.toLowerCase()}</a></p>`}
<div class="card">
${orderLines(lines)}
<dl class="sum">${back.length > 0 && html`<div><dt>Refunded</dt><dd>− ${toPrice(totalOf(back))}</dd></div>`}
<div class="total"><dt>Total</dt><dd>${toPrice(state === 'cancelled' ? 0 : totalOf(lines) - totalOf(back))}</dd></div></dl>
</div>
${state === 'paid' && changes(order)}
<p class="line"><a href="/merchant?find=${id}">Follow this order</a> through order system, ledger and portal.</p>
</section>`,
  };
}

function heading({ state, lines }: Order): string {
  if (state === 'cancelled') return 'Cancelled';
  if (lines.every(({ refunded }) => refunded)) return 'Refunded';
  return lines.some(({ refunded }) => refunded) ? 'Partly refunded' : 'Thank you';
}

/** What the storefront said the event came to. */
function outcome({ event, receipt, status }: SentEvent): Markup {
  const { type } = event;
  if (status === undefined)
    return html`<p class="note" data-outcome="waiting">The try-on service is told as soon as it answers.</p>`;
  if (!receipt) return html``;
  const { outcome, granted = 0, revoked = 0 } = receipt;
  const said = {
    granted: `${count(granted)} unlocked.`,
    revoked: `${count(revoked)} taken back.`,
    guest_order: 'Register with the same email, and what this order unlocks is yours.',
    subscription_changed:
      type === 'subscription.ended' ? 'Your subscription is over.' : 'Your subscription is active.',
  }[outcome as string];
  return said ? html`<p class="note" data-outcome="${outcome}">${said}</p>` : html``;
}

/** What the shopper may still do about it. */
function changes({ id, lines }: Order): Markup {
  const left = lines.filter(({ refunded }) => !refunded);
  if (left.length === 0) return html``;
  return html`<div class="buttons">
${
  lines.length > 1 &&
  lines.map(
    ({ title, refunded }, line) =>
      !refunded &&
      html`<form method="post" action="/orders/${id}/refund"><input type="hidden" name="line" value="${line}"><button class="quiet">Send back the ${title.toLowerCase()}</button></form>`,
  )
}
<form method="post" action="/orders/${id}/refund"><button class="quiet">Refund everything</button></form>
<form method="post" action="/orders/${id}/cancel"><button class="quiet">Cancel the order</button></form>
</div>`;
}

/** The checkout that it came from. */
function checkoutAgain({ lines }: Order, forProduct: string | undefined): string {
  const pass = lines.map(({ productId }) => findPass(productId)).find(Boolean);
  if (!pass) return '/checkout';
  return `/checkout?${new URLSearchParams({ pass: pass.id, ...(forProduct && { for: forProduct }) })}`;
}
