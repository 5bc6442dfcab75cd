import { html } from 'hono/html';
import { time } from '../elements/format.ts';
import type { Markup } from '../request/page-context.ts';
import type { FeedItem } from './recent.ts';

/** The newest try-ons. live.js adds to it, by the row in the template; without it the list stands still. */
export function feedTable(items: readonly FeedItem[]): Markup {
  const empty = html`<tr data-empty><td colspan="5">No try-ons yet.</td></tr>`;
  return html`<section class="feed" aria-labelledby="feed-title"><div class="head"><h2 id="feed-title">Latest try-ons</h2>
<p><span id="feed-state" role="status"></span> <button id="feed-pause" type="button" hidden>Pause</button></p></div>
<table class="list" id="feed"><caption>Latest try-ons, the newest first</caption>
<thead><tr><th scope="col">Product</th><th scope="col">Shopper</th><th scope="col">Outcome</th><th scope="col">Charged</th><th scope="col">Time (UTC)</th></tr></thead>
<tbody>${items.length === 0 ? empty : items.map(row)}</tbody></table>
<template id="feed-row">${row({ id: '', at: new Date(0).toISOString(), success: true, product: '', shopper: '', customer: null, charged: '' })}</template>
</section>`;
}

function row({ id, at, success, product, shopper, customer, charged }: FeedItem): Markup {
  return html`<tr data-id="${id}"><th scope="row" data-part="product">${product}</th>
<td><span data-part="shopper">${customer === null ? shopper : html`<a href="/dashboard/customers/${customer}">${shopper}</a>`}</span></td>
<td class="leads"><span data-part="outcome" class="badge ${success ? 'good' : 'bad'}">${success ? 'Completed' : 'Failed'}</span></td>
<td><span data-part="charged">${charged}</span></td>
<td>${time(at)}</td></tr>`;
}
