import { STOREFRONT_MODELS, type StorefrontModel } from '@genvoris/contract';
import type { Markup } from '@genvoris/design';
import { html } from 'hono/html';
import { type MerchantChoice, NUMBER_NAMES, NUMBER_SETTINGS } from '../genvoris/models.ts';
import type { Step } from '../genvoris/trail.ts';
import type { Shopper } from '../shop/shoppers.ts';
import { toMoment, toTime } from './allowance.ts';
import type { Page } from './page.ts';

const MODELS: Record<StorefrontModel, { title: string; line: string }> = {
  FREE_ALL: { title: 'Free for all', line: 'You carry the cost.' },
  SUBSCRIPTION: { title: 'Subscription', line: 'Without limit while it is active.' },
  CREDITS_WITH_PURCHASE: { title: 'Credits with purchase', line: 'Each paid order unlocks some.' },
  PAY_PER_USE: { title: 'Pay per use', line: 'A checkout opens a session.' },
  FREEMIUM: { title: 'Freemium', line: 'Some are free each month, then a subscription.' },
};

/** What a shopper has, in the shop's ledger and at the portal. */
export interface Standing {
  shopper: Shopper;
  subscription: string | undefined;
  freeUsed: number;
  session: number;
  credits: number;
  /** Undefined: the portal does not run, or does not answer. */
  atPortal: { used: number; limit: number } | undefined;
}

export interface MerchantPageOptions {
  choice: MerchantChoice;
  problem: string | undefined;
  standings: Standing[];
  steps: Step[];
  /** What the steps are narrowed to. */
  find: string | undefined;
}

/** What a merchant sees. In your shop it stands behind the administrators' sign-in; this one is open, for it is a demo. */
export function merchantPage({ choice, problem, standings, steps, find }: MerchantPageOptions): Page {
  return {
    title: 'Merchant',
    content: html`<h1>How shoppers pay for try-ons</h1>
<p class="lead">Change it while the shop runs. Nobody loses what they paid for.</p>
${modelForm(choice, problem)}
<div id="books">
<section><h2 id="ledger">What shoppers have</h2>
<div class="scroll" role="region" aria-labelledby="ledger" tabindex="0"><table><thead><tr><th scope="col">Shopper</th><th scope="col" class="number">Credits</th><th scope="col" class="number">In session</th><th scope="col">Subscription</th><th scope="col" class="number">Free used</th><th scope="col" class="number">At the portal</th></tr></thead>
<tbody>${standings.map(
      ({ shopper, credits, session, subscription, freeUsed, atPortal }) =>
        html`<tr data-shopper="${shopper.id}"><th scope="row">${shopper.name}</th><td class="number">${credits}</td><td class="number">${session}</td><td>${subscription ?? '–'}</td><td class="number">${freeUsed}</td><td class="number">${atPortal ? `${atPortal.used} of ${atPortal.limit}` : '–'}</td></tr>`,
    )}</tbody></table></div></section>
<section><h2 id="trail">What happened</h2>
${finder(find)}
${steps.length === 0 ? html`<p class="line">Nothing${find && ' of it'} yet.</p>` : trail(steps)}
</section></div>`,
  };
}

function modelForm(choice: MerchantChoice, problem: string | undefined): Markup {
  const cards = STOREFRONT_MODELS.map((model) => {
    const { title, line } = MODELS[model];
    return html`<div class="model"><label><input type="radio" name="model" value="${model}"${model === choice.model && html` checked`}>
  <span><strong>${title}</strong><span class="line">${line}</span></span></label>
  ${model === 'FREE_ALL' && html`<label class="setting">Guests too <input type="checkbox" name="guests"${choice.guests && html` checked`}></label>`}
  ${NUMBER_NAMES.filter((name) => NUMBER_SETTINGS[name].of === model).map((name) => {
    const { label, most } = NUMBER_SETTINGS[name];
    return html`<label class="setting">${label} <input type="number" name="${name}" value="${choice[name]}" min="1" max="${most}" required></label>`;
  })}</div>`;
  });
  return html`<form method="post" action="/merchant" class="models">
${problem && html`<p class="problem" role="alert">${problem}</p>`}
<fieldset><legend class="unseen">Model</legend>${cards}</fieldset>
<button class="press">Put in force</button>
</form>`;
}

function finder(find: string | undefined): Markup {
  return html`<form class="finder" action="/merchant#trail"><label>Order or request id <input name="find" value="${find ?? ''}" maxlength="128"></label><button class="quiet">Follow</button>${find && html` <a href="/merchant#trail">All</a>`}</form>`;
}

function trail(steps: Step[]): Markup {
  const id = (value: string | undefined) =>
    value && html`<a class="id" href="/merchant?find=${encodeURIComponent(value)}#trail">${value}</a>`;
  return html`<div class="scroll" role="region" aria-labelledby="trail" tabindex="0"><table class="trail"><thead><tr><th scope="col">When</th><th scope="col">Where</th><th scope="col">What</th><th scope="col">Shopper</th><th scope="col">Order</th><th scope="col">Request</th><th scope="col"><span class="unseen">Do</span></th></tr></thead>
<tbody>${steps.map(
    ({
      at,
      by,
      what,
      outcome,
      shopper,
      orderId,
      requestId,
      eventId,
    }) => html`<tr data-by="${by}" data-what="${what}"><td><time datetime="${at}" title="${toTime(at)}">${toMoment(at)}</time></td><td><span class="by">${by}</span></td><td>${what}<span class="line"> ${outcome}</span></td><td>${shopper?.name ?? '–'}</td><td>${id(orderId)}</td><td>${id(requestId)}</td>
<td>${eventId && html`<form method="post" action="/merchant/repeat"><input type="hidden" name="event" value="${eventId}"><button class="link" aria-label="Send again: ${eventId}">Send again</button></form>`}</td></tr>`,
  )}</tbody></table></div>`;
}
