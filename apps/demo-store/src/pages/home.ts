import { html } from 'hono/html';
import { PRODUCTS, toPrice } from '../shop/products.ts';
import type { Page } from './page.ts';

export function homePage(): Page {
  const cards = PRODUCTS.map(
    ({ id, image, title, cents, line }) => html`<li><a href="/p/${id}">
  <img src="${image}" alt="" width="400" height="500">
  <span class="name">${title}</span> <span class="price">${toPrice(cents)}</span>
  <span class="line">${line}</span>
</a></li>`,
  );
  return {
    title: 'Everyday clothes',
    content: html`<h1>Clothes for most days</h1>
<p class="lead">Three things, made well. Open one and try it on.</p>
<ul class="products">${cards}</ul>`,
  };
}
