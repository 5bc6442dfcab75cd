import type { Markup } from '@genvoris/design';
import { html } from 'hono/html';
import { type Product, toPrice } from '../products.ts';
import type { Visitor } from '../visitors.ts';
import { toPage } from './layout.ts';

/** @param proxy where the widget finds the adapter */
export function productPage(product: Product, visitor: Visitor, proxy: string): string {
  const { id, title, cents, image, garment, description, sizes, details } = product;
  const sizeChoices = sizes.map(
    (size) =>
      html`<label><input type="radio" name="size" value="${size}"${size === 'M' && html` checked`}><span>${size}</span></label>`,
  );
  return toPage({
    title: `${title} – Fallow`,
    path: `/p/${id}`,
    visitor,
    content: html`<nav class="crumbs" aria-label="You are here"><a href="/">Clothes</a> <span aria-hidden="true">/</span> ${title}</nav>
<article class="product">
  <div class="picture"><img src="${image}" alt="${title}, shown flat" width="800" height="1000"></div>
  <div class="buy">
    <h1>${title}</h1>
    <p class="price">${toPrice(cents)}</p>
    <p>${description}</p>
    <fieldset class="sizes"><legend>Size</legend>${sizeChoices}</fieldset>
    <div class="actions">
      <form method="post" action="/bag" data-track="ADDED_TO_CART"><input type="hidden" name="product" value="${id}"><button class="bag">Add to bag</button></form>
      <button type="button" class="genvoris-tryon-btn" hidden data-product-image="${garment}" data-product-title="${title}" data-product-id="${id}">Try it on</button>
    </div>
    <ul class="details">${details.map((detail) => html`<li>${detail}</li>`)}</ul>
  </div>
</article>`,
    scripts: widgetScript(proxy),
  });
}

/** @param proxy where the widget finds the adapter */
export function widgetScript(proxy: string): Markup {
  return html`<script src="/widget.js" defer data-proxy="${proxy}" data-login-url="/sign-in" data-upgrade-url="/plans" data-checkout-url="/plans" data-purchase-url="/"></script>`;
}
