import { type Html, html } from './html.ts';
import { readSpec, SPEC_NAMES } from './specs.ts';

export interface Page {
  /** Path within the site, for example `errors.html`. */
  path: string;
  title: string;
  body: Html;
}

const TABLES = [
  { path: 'access.html', title: 'Access values' },
  { path: 'errors.html', title: 'Errors by code' },
  { path: 'events.html', title: 'Events' },
];

/** The frame around every page but the references, which bring their own. `root` leads to the site's root. */
export function toDocument(page: Page): string {
  const root = page.path.includes('/') ? '../' : '';
  const link = (path: string, title: string): Html =>
    html`<li><a href="${root}${path}"${path === page.path ? html` aria-current="page"` : ''}>${title}</a></li>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · Genvoris Contracts</title>
<link rel="icon" href="${root}favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}style.css">
</head>
<body>
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
</body>
</html>
`.text;
}

function shortTitle(name: (typeof SPEC_NAMES)[number]): string {
  const title = readSpec(name).info.title.replace(/^Genvoris\s+/, '');
  return title.charAt(0).toUpperCase() + title.slice(1);
}
