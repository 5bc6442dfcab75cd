import { html } from 'hono/html';
import type { Visitor } from '../visitors.ts';
import { toPage } from './layout.ts';

/** @param back where the shopper came from */
export function signInPage(visitor: Visitor, back: string): string {
  return toPage({
    title: 'Sign in – Fallow',
    path: '/sign-in',
    visitor,
    content: html`<section class="narrow"><h1>Sign in</h1>
<p>This shop knows one shopper and asks for no password.</p>
<form method="post" action="/demo">
  <input type="hidden" name="back" value="${back}">
  <input type="hidden" name="viewer" value="shopper">
  <button class="bag">Sign in as Ada</button>
</form></section>`,
  });
}

export function plansPage(visitor: Visitor): string {
  return toPage({
    title: 'Try-on plans – Fallow',
    path: '/plans',
    visitor,
    content: html`<section class="narrow"><h1>Try-on plans</h1>
<p>This is where the widget's calls to action lead: the page a shop names in <code>data-upgrade-url</code>,
<code>data-subscribe-url</code> or <code>data-checkout-url</code>. A real shop sells its plans here.</p>
<p><a href="/">Back to the clothes</a></p></section>`,
  });
}

export function missingPage(visitor: Visitor): string {
  return toPage({
    title: 'Not here – Fallow',
    path: '/',
    visitor,
    content: html`<section class="narrow"><h1>There is nothing here</h1><p><a href="/">To the clothes</a></p></section>`,
  });
}
