import type { ShopperAccount } from '@genvoris/contract/types/storefront';
import type { Markup } from '@genvoris/design';
import { html } from 'hono/html';
import { type Order, totalOf } from '../shop/orders.ts';
import { toPrice } from '../shop/products.ts';
import type { Shopper } from '../shop/shoppers.ts';
import type { Subscription } from '../shop/subscriptions.ts';
import { toDate, toDeadline, toTime, whatIsLeft } from './allowance.ts';
import type { Page } from './page.ts';

export interface AccountPageOptions {
  shopper: Shopper;
  /** What the storefront says; undefined where nothing is counted. */
  account: ShopperAccount | undefined;
  orders: Order[];
  subscription: Subscription | undefined;
  /** Whether nothing is counted. */
  isFree: boolean;
}

export function accountPage({ shopper, account, orders, subscription, isFree }: AccountPageOptions): Page {
  return {
    title: 'Your account',
    content: html`<div class="account"><h1>Hello, ${shopper.name}</h1>
<section class="card left" aria-labelledby="left"><h2 id="left">Your try-ons</h2>
${isFree ? standing('∞', 'Trying on is free at this shop.') : account ? standing(account.remaining ?? '∞', whatIsLeft(account)) : standing('–', 'They cannot be read for the moment.')}
${account?.free && html`<p class="line">${account.free.used} of ${account.free.limit} free ones used; more on ${toDate(account.free.resetsAt)}.</p>`}
</section>
${subscription && subscription.state !== 'ended' && subscriptionCard(subscription)}
${account && account.credits.length > 0 && creditsTable(account.credits)}
${account && account.history.length > 0 && historyTable(account.history)}
<section><h2 id="orders">Your orders</h2>
${orders.length === 0 ? html`<p class="line">None yet. <a href="/">To the clothes</a></p>` : ordersTable(orders)}</section>
<section aria-labelledby="data"><h2 id="data">Your data</h2>
<div class="buttons">
  <form method="post" action="/sign-out"><button class="quiet">Sign out</button></form>
  <form method="post" action="/account/export"><button class="quiet">Show what is kept of me</button></form>
  <form method="post" action="/account/delete"><button class="quiet">Delete my account</button></form>
</div></section></div>`,
  };
}

function standing(left: number | string, text: string): Markup {
  return html`<p class="big" data-remaining="${left}">${left}</p><p>${text}</p>`;
}

function subscriptionCard({ id, state }: Subscription): Markup {
  const button = (to: Subscription['state'], text: string) =>
    html`<form method="post" action="/subscriptions/${id}"><input type="hidden" name="state" value="${to}"><button class="quiet">${text}</button></form>`;
  return html`<section class="card" aria-labelledby="subscription"><h2 id="subscription">Your subscription</h2>
<p data-subscription="${state}">${state === 'active' ? 'Active: try on as often as you like.' : 'Paused: it permits nothing until it goes on.'}</p>
<div class="buttons">${state === 'active' ? button('paused', 'Pause') : button('active', 'Resume')}${button('ended', 'End')}</div></section>`;
}

function creditsTable(credits: ShopperAccount['credits']): Markup {
  return html`<section><h2 id="credits">What your orders unlocked</h2>
<div class="scroll" role="region" aria-labelledby="credits" tabindex="0"><table><thead><tr><th scope="col">Order</th><th scope="col" class="number">Left</th><th scope="col" class="number roomy">Used</th><th scope="col" class="number roomy">Taken back</th><th scope="col">Good until</th></tr></thead>
<tbody>${credits.map(
    ({
      orderId,
      granted,
      used,
      revoked,
      remaining,
      expiresAt,
    }) => html`<tr data-credit="${orderId}"><th scope="row"><a href="/orders/${orderId}">${orderId}</a></th>
<td class="number">${remaining} of ${granted}</td><td class="number roomy">${used}</td><td class="number roomy">${revoked}</td><td>${expiresAt ? toDeadline(expiresAt) : 'for ever'}</td></tr>`,
  )}</tbody></table></div></section>`;
}

const KINDS: Record<ShopperAccount['history'][number]['kind'], string> = {
  granted: 'Unlocked',
  used: 'Tried on',
  revoked: 'Taken back',
  expired: 'Ran out',
};

const SOURCES: Record<NonNullable<ShopperAccount['history'][number]['source']>, string> = {
  subscription: 'subscription',
  free: 'free of the month',
  session: 'session',
  credits: 'credits',
};

function historyTable(history: ShopperAccount['history']): Markup {
  return html`<section><h2 id="history">What became of them</h2>
<div class="scroll" role="region" aria-labelledby="history" tabindex="0"><table><thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col" class="number">Try-ons</th><th scope="col">From</th></tr></thead>
<tbody>${history.map(
    ({
      at,
      kind,
      amount,
      source,
      orderId,
    }) => html`<tr data-entry="${kind}"><td><time datetime="${at}">${toTime(at)}</time></td><td>${KINDS[kind]}</td><td class="number">${amount}</td>
<td>${orderId ? html`<a href="/orders/${orderId}">${orderId}</a>` : source && SOURCES[source]}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function ordersTable(orders: Order[]): Markup {
  return html`<div class="scroll" role="region" aria-labelledby="orders" tabindex="0"><table><thead><tr><th scope="col">Order</th><th scope="col">When</th><th scope="col">State</th><th scope="col" class="number">Total</th></tr></thead>
<tbody>${orders.map(
    ({ id, placedAt, state, lines }) =>
      html`<tr><th scope="row"><a href="/orders/${id}">${id}</a></th><td>${toTime(placedAt)}</td><td>${stateOf(state, lines)}</td><td class="number">${toPrice(totalOf(lines))}</td></tr>`,
  )}</tbody></table></div>`;
}

function stateOf(state: Order['state'], lines: Order['lines']): string {
  const back = lines.filter(({ refunded }) => refunded).length;
  if (state !== 'paid' || back === 0) return state;
  return back === lines.length ? 'refunded' : 'partly refunded';
}

/** @param kept the answer to a data request, as the storefront gave it */
export function exportPage(kept: unknown): Page {
  return {
    title: 'What is kept of you',
    content: html`<section><h1>What is kept of you</h1>
<p class="lead">Everything that the ledger of try-ons has about you. Photos and pictures are kept nowhere.</p>
<pre class="scroll" role="region" aria-label="Data" tabindex="0">${JSON.stringify(kept, null, 2)}</pre><p><a href="/account">Your account</a></p></section>`,
  };
}
