import { type Markup, toDocument } from '@genvoris/design';
import { html } from 'hono/html';
import type { Visitor } from '../visitors.ts';
import { scenarioPanel } from './scenario-panel.ts';

export interface PageOptions {
  title: string;
  path: string;
  visitor: Visitor;
  content: Markup;
  /** At the end of the body. */
  scripts?: Markup;
}

export function toPage({ title, path, visitor, content, scripts }: PageOptions): string {
  return toDocument({
    title,
    head: html`<link rel="icon" href="/img/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/shop.css">`,
    body: html`<body>
<a class="skip" href="#content">Skip to content</a>
${scenarioPanel(visitor, path)}
<header class="top">
  <a class="brand" href="/"><img src="/img/icon.svg" alt="" width="26" height="26">Fallow</a>
  <nav aria-label="Shop">
    <a href="/"${path === '/' ? html` aria-current="page"` : ''}>Clothes</a>
    <a href="/plans"${path === '/plans' ? html` aria-current="page"` : ''}>Try-on plans</a>
    <a href="/bag"${path === '/bag' ? html` aria-current="page"` : ''}>Bag (${visitor.bag.length})</a>
  </nav>
</header>
<main id="content">${content}</main>
<footer>
  <p>A demo shop. Nothing is sold, photos go to a server on this machine and nowhere else.</p>
  <p><a href="/docs/">API documentation</a></p>
</footer>
${scripts}
<script src="/demo.js" defer></script>
</body>`,
  }).toString();
}
