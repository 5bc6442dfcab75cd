import { type Markup, toDocument } from '@genvoris/design';
import { html } from 'hono/html';
import type { Visitor } from '../shop/visitors.ts';
import type { Page } from './page.ts';

export interface FrameOptions {
  page: Page;
  path: string;
  visitor: Visitor;
  /** The demo's own controls. */
  panel: Markup;
  /** Where the widget finds the storefront. */
  mount: string;
  portalUrl: string | undefined;
}

/** The whole document: the shop's head and foot around a page. */
export function toPage({ page, path, visitor, panel, mount, portalUrl }: FrameOptions): string {
  const link = (to: string, text: string | Markup) =>
    html`<a href="${to}"${path === to ? html` aria-current="page"` : ''}>${text}</a>`;
  const pieces = visitor.bag.reduce((sum, { quantity }) => sum + quantity, 0);
  const { shopper } = visitor;
  return toDocument({
    title: `${page.title} – Fallow`,
    head: html`<link rel="icon" href="/img/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/shop.css">`,
    body: html`<body>
<a class="skip" href="#content">Skip to content</a>
<header class="top">
  <a class="brand" href="/"><img src="/img/icon.svg" alt="" width="26" height="26"><span>Fallow</span></a>
  <nav aria-label="Shop">
    ${link('/', 'Clothes')}
    ${link('/try-ons', 'Try-ons')}
    ${shopper ? link('/account', shopper.name) : link('/sign-in', 'Sign in')}
    ${link('/bag', html`Bag <span class="count">${pieces}</span>`)}
  </nav>
</header>
<main id="content">${page.content}</main>
<footer>
  <p>A demo shop. Nothing is sold; photos go to a server on this machine and nowhere else.</p>
  <nav aria-label="Behind the shop">
    ${link('/merchant', 'Merchant')}
    <a href="/docs/">API docs</a>
    ${portalUrl && html`<a href="${portalUrl}/dashboard">Portal</a>`}
  </nav>
</footer>
${panel}
${page.widget && html`<script src="/widget.js" defer data-proxy="${mount}" data-login-url="/sign-in"></script>`}
<script src="/shop.js" defer></script>
</body>`,
  }).toString();
}
