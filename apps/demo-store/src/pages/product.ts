import type { ShopperAccount } from '@genvoris/contract/types/storefront';
import { html } from 'hono/html';
import type { MerchantChoice } from '../genvoris/models.ts';
import { type Product, toPrice } from '../shop/products.ts';
import { howItWorks, whatIsLeft } from './allowance.ts';
import type { Page } from './page.ts';

/** @param account the shopper's own; undefined where nothing is counted, or for a guest */
export function productPage(
  product: Product,
  choice: MerchantChoice,
  account: ShopperAccount | undefined,
): Page {
  const { id, title, cents, image, garment, description, sizes, details } = product;
  const sizeChoices = sizes.map(
    (size) =>
      html`<label><input type="radio" name="size" value="${size}"${size === 'M' && html` checked`}><span>${size}</span></label>`,
  );
  return {
    title,
    content: html`<nav class="crumbs" aria-label="You are here"><a href="/">Clothes</a> <span aria-hidden="true">/</span> ${title}</nav>
<article class="product">
  <div class="picture"><img src="${image}" alt="${title}, shown flat" width="800" height="1000"></div>
  <div class="buy">
    <h1>${title}</h1>
    <p class="price">${toPrice(cents)}</p>
    <p>${description}</p>
    <form id="buy" method="post" action="/bag" data-track="ADDED_TO_CART">
      <input type="hidden" name="product" value="${id}">
      <fieldset class="sizes"><legend>Size</legend>${sizeChoices}</fieldset>
    </form>
    <div class="actions">
      <button class="press" form="buy">Add to bag</button>
      <button type="button" class="genvoris-tryon-btn" hidden data-product-image="${garment}" data-product-title="${title}" data-product-id="${id}">Try it on</button>
      <p class="allowance" data-allowance>${account?.canTryOn ? whatIsLeft(account) : howItWorks(choice)}</p>
    </div>
    <ul class="details">${details.map((detail) => html`<li>${detail}</li>`)}</ul>
  </div>
</article>`,
    widget: true,
  };
}
