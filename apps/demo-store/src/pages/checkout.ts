import type { Markup } from '@genvoris/design';
import { html } from 'hono/html';
import { type OrderLine, totalOf } from '../shop/orders.ts';
import { toPrice } from '../shop/products.ts';
import type { Shopper } from '../shop/shoppers.ts';
import type { Page } from './page.ts';

export interface CheckoutOptions {
  lines: OrderLine[];
  shopper: Shopper | undefined;
  /** What the form hands on: which pass is bought, and for which product. */
  hidden: Record<string, string>;
  /** Whether it may be bought without an account. */
  guests: boolean;
}

/** Who buys, and how it is paid. The widget fills the field with its id of the visit, so that the order can be put down to it. */
export function checkoutPage({ lines, shopper, hidden, guests }: CheckoutOptions): Page {
  const form = html`<form class="card" method="post" action="/checkout" data-track="CHECKOUT_STARTED">
  ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
  <input type="hidden" name="genvoris_session">
  <h2>Who you are</h2>
  ${shopper ? html`<p>${shopper.name}, ${shopper.email}</p>` : guest()}
  <h2>Payment</h2>
  <fieldset class="choices"><legend class="unseen">Card</legend>
    <label><input type="radio" name="card" value="paid" checked><span>Card ending 4242 <small>is paid</small></span></label>
    <label><input type="radio" name="card" value="declined"><span>Card ending 0002 <small>is declined</small></span></label>
  </fieldset>
  <button class="press">Pay ${toPrice(totalOf(lines))}</button>
</form>`;
  return {
    title: 'Checkout',
    content: html`<h1>Checkout</h1>
<div class="columns">
${shopper || guests ? form : signInFirst()}
<aside class="card" aria-label="What you buy">${orderLines(lines)}
  <dl class="sum"><div class="total"><dt>Total</dt><dd>${toPrice(totalOf(lines))}</dd></div></dl>
  <p class="line">A demo: no card is asked for, and nothing is charged.</p>
</aside>
</div>`,
    widget: true,
  };
}

function guest(): Markup {
  return html`<p><a href="/sign-in">Sign in</a>, or order as a guest:</p>
  <label class="field">Email <input type="email" name="email" required maxlength="254" autocomplete="email"></label>
  <p class="line">What a guest's order unlocks is kept for whoever registers with this email.</p>`;
}

function signInFirst(): Markup {
  return html`<section class="card"><h2>Sign in first</h2><p>It belongs to your account, so we have to know which one that is.</p>
<p><a class="press" href="/sign-in">Sign in</a></p></section>`;
}

export function orderLines(lines: readonly OrderLine[]): Markup {
  return html`<ul class="lines">${lines.map(
    ({ title, quantity, cents, refunded }) =>
      html`<li><span>${title}${quantity > 1 && ` × ${quantity}`}${refunded && html` <small>sent back</small>`}</span><span>${toPrice(cents * quantity)}</span></li>`,
  )}</ul>`;
}
