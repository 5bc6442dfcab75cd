import { html } from 'hono/html';
import type { MerchantChoice } from '../genvoris/models.ts';
import { findProduct, toPrice } from '../shop/products.ts';
import type { BagLine } from '../shop/visitors.ts';
import { howItWorks } from './allowance.ts';
import type { Page } from './page.ts';

export function bagPage(bag: readonly BagLine[], choice: MerchantChoice): Page {
  const lines = bag.flatMap((line) => {
    const product = findProduct(line.productId);
    return product ? [{ ...line, product }] : [];
  });
  const total = lines.reduce((sum, { product, quantity }) => sum + product.cents * quantity, 0);
  const content =
    lines.length === 0
      ? html`<section class="narrow"><h1>Your bag</h1><p class="lead">It is empty.</p><p><a class="press" href="/">To the clothes</a></p></section>`
      : html`<h1>Your bag</h1>
<div class="columns">
<ul class="bag">${lines.map(
          ({ product, size, quantity }) => html`<li>
  <img src="${product.image}" alt="" width="96" height="120">
  <div><a class="name" href="/p/${product.id}">${product.title}</a><p class="line">Size ${size} · ${toPrice(product.cents)}</p>
  <form method="post" action="/bag/quantity">
    <input type="hidden" name="product" value="${product.id}"><input type="hidden" name="size" value="${size}">
    <button name="quantity" value="${quantity - 1}" aria-label="One ${product.title} less">−</button>
    <span class="quantity">${quantity}</span>
    <button name="quantity" value="${quantity + 1}" aria-label="One ${product.title} more">+</button>
    <button class="link" name="quantity" value="0" aria-label="Remove ${product.title}">Remove</button>
  </form></div>
  <p class="price">${toPrice(product.cents * quantity)}</p>
</li>`,
        )}</ul>
<aside class="card" aria-label="Sum">
  <dl class="sum"><div><dt>Delivery</dt><dd>free</dd></div><div class="total"><dt>Total</dt><dd>${toPrice(total)}</dd></div></dl>
  <a class="press" href="/checkout">Check out</a>
  ${choice.model === 'CREDITS_WITH_PURCHASE' && html`<p class="allowance">${howItWorks(choice)}</p>`}
</aside>
</div>`;
  return { title: 'Your bag', content };
}
