import { html } from 'hono/html';
import type { Shopper } from '../shop/shoppers.ts';
import type { Page } from './page.ts';

/** @param back where the shopper came from */
export function signInPage(shoppers: Shopper[], back: string, problem?: string): Page {
  return {
    title: 'Sign in',
    content: html`<section class="narrow"><h1>Sign in</h1>
<p class="lead">This shop is a demo and asks for no password.</p>
<form method="post" action="/sign-in" class="people">
  <input type="hidden" name="back" value="${back}">
  ${shoppers.map(({ id, name, email }) => html`<button name="shopper" value="${id}"><strong>${name}</strong><span>${email}</span></button>`)}
</form>
<form method="post" action="/register" class="card">
  <h2>New here</h2>
  ${problem && html`<p class="problem" role="alert">${problem}</p>`}
  <input type="hidden" name="back" value="${back}">
  <label class="field">Name <input name="name" required maxlength="60" autocomplete="given-name"></label>
  <label class="field">Email <input type="email" name="email" required maxlength="254" autocomplete="email"></label>
  <p class="line">Orders that you placed as a guest with this email become yours, and what they unlocked with them.</p>
  <button class="press">Register</button>
</form></section>`,
  };
}
