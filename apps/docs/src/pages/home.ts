import { html } from 'hono/html';
import type { Page } from '../layout.ts';
import { prose } from '../prose.ts';
import { readSpec, SPEC_NAMES } from '../specs.ts';

export function homePage(): Page {
  return {
    path: 'index.html',
    title: 'Contracts',
    body: html`<h1>The contracts between shops and Genvoris</h1>
<p class="lead">Six OpenAPI specs say what goes on the wire. Clients, mocks, validators, messages and these pages are generated from them.</p>
<div class="cards">
${SPEC_NAMES.map((name) => {
  const { info } = readSpec(name);
  return html`<article class="card">
<h2><a href="reference/${name}.html">${info.title}</a></h2>
<p>${prose(info.summary)}</p>
<p class="meta"><span>${info.version}</span><a href="specs/${name}.json" download>Download ${name}.json</a></p>
</article>`;
})}
</div>
<h2>Tables</h2>
<ul class="plain">
<li><a href="access.html">Access values</a>: which UI each value of <code>access</code> and <code>ctaType</code> shows.</li>
<li><a href="errors.html">Errors by code</a>: status, retry rule, message and storefront translation of every error.</li>
<li><a href="events.html">Events</a>: what Genvoris posts to a store's webhook endpoints.</li>
</ul>`,
  };
}
