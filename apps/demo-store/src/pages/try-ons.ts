import type { ShopperAccount } from '@genvoris/contract/types/storefront';
import type { Markup } from '@genvoris/design';
import { html } from 'hono/html';
import type { MerchantChoice } from '../genvoris/models.ts';
import { type Pass, TRYON_SESSION, TRYON_SUBSCRIPTION, toPrice } from '../shop/products.ts';
import { howItWorks, whatIsLeft } from './allowance.ts';
import type { Page } from './page.ts';

/** Where the calls to action lead: how trying on works here, and what of it can be bought. */
export function tryOnsPage(choice: MerchantChoice, account: ShopperAccount | undefined): Page {
  return {
    title: 'Try-ons',
    content: html`<section class="narrow"><h1>See it on you first</h1>
<p class="lead">${howItWorks(choice)}</p>
${account && choice.model !== 'FREE_ALL' && html`<p class="note">${whatIsLeft(account)} <a href="/account">Your account</a></p>`}
${offer(choice, account)}
</section>`,
  };
}

function offer({ model }: MerchantChoice, account: ShopperAccount | undefined): Markup {
  switch (model) {
    case 'SUBSCRIPTION':
    case 'FREEMIUM': {
      const state = account?.subscription?.state;
      return state === 'active' || state === 'paused' ? html`` : passOffer(TRYON_SUBSCRIPTION, 'Subscribe');
    }
    case 'PAY_PER_USE':
      return passOffer(TRYON_SESSION, 'Buy a session');
    case 'FREE_ALL':
    case 'CREDITS_WITH_PURCHASE':
      return html`<p><a class="press" href="/">To the clothes</a></p>`;
  }
}

function passOffer({ id, title, cents }: Pass, press: string): Markup {
  return html`<div class="card offer"><div><h2>${title}</h2><p class="price">${toPrice(cents)}</p></div>
<a class="press" href="/checkout?pass=${id}">${press}</a></div>`;
}
