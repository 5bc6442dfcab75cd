import { type Markup, toDocument } from '@genvoris/design';
import { html } from 'hono/html';
import { readSpec, SPEC_NAMES } from './specs.ts';

export interface Page {
  /** Path within the site, for example `errors.html`. */
  path: string;
  title: string;
  body: Markup;
}

const TABLES = [
  { path: 'access.html', title: 'Access values' },
  { path: 'errors.html', title: 'Errors by code' },
  { path: 'events.html', title: 'Events' },
];

/** The frame around every page but the references, which bring their own. `root` leads to the site's root. */
export function toFramedPage(page: Page): string {
  const root = page.path.includes('/') ? '../' : '';
  const link = (path: string, title: string): Markup =>
    html`<li><a href="${root}${path}"${path === page.path ? html` aria-current="page"` : ''}>${title}</a></li>`;
  return toDocument({
    title: `${page.title} · Genvoris Contracts`,
    head: html`<link rel="icon" href="${root}favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}style.css">`,
    body: html`<body>
<a class="skip" href="#content">Skip to content</a>
<header>
<a class="brand" href="${root}index.html"><img src="${root}favicon.svg" alt="" width="28" height="28">Genvoris Contracts</a>
<nav aria-label="Documentation">
<div><h2>Tables</h2><ul>${TABLES.map((table) => link(table.path, table.title))}</ul></div>
<div><h2>Reference</h2><ul>${SPEC_NAMES.map((name) => link(`reference/${name}.html`, shortTitle(name)))}</ul></div>
</nav>
</header>
<main id="content" tabindex="-1">
${page.body}
</main>
</body>`,
  }).toString();
}

function shortTitle(name: (typeof SPEC_NAMES)[number]): string {
  const title = readSpec(name).info.title.replace(/^Genvoris\s+/, '');
  return title.charAt(0).toUpperCase() + title.slice(1);
}
