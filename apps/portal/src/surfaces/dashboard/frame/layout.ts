import { type Markup as Escaped, toDocument } from '@genvoris/design';
import { html } from 'hono/html';
import { clockNotice } from '../elements/clock-notice.ts';
import type { Markup, PageContext } from '../request/page-context.ts';
import { ASSETS } from './assets.ts';
import { SECTIONS } from './sections.ts';

/** The document around every page, signed in or not. */
export function document(title: string, body: Escaped, { live = false } = {}): Markup {
  const head = html`<meta name="robots" content="noindex">
<link rel="icon" href="${ASSETS.icon.href}" type="image/svg+xml">
<link rel="stylesheet" href="${ASSETS.style.href}">
${live && html`<script type="module" src="${ASSETS.live.href}"></script>`}`;
  return toDocument({ title: `${title} · Genvoris`, head, body });
}

/** The frame of a signed-in page: navigation, who is signed in, what the last form had to say. */
export function frame(context: PageContext, section: string, title: string, content: Markup): Markup {
  const current = SECTIONS.map(
    ([id, path, label]) =>
      html`<li><a href="${path}"${id === section && html` aria-current="page"`}>${label}</a></li>`,
  );
  const body = html`<body class="framed">
<a class="skip" href="#content">Skip to content</a>
<header><div class="rail">
<a class="brand" href="/dashboard"><img src="${ASSETS.icon.href}" alt="" width="28" height="28">Genvoris</a>
<button class="menu-button" popovertarget="menu">Menu</button>
<div class="menu" id="menu" popover>
${storeSwitch(context)}
<nav aria-label="Dashboard"><ul>${current}</ul></nav>
<form class="leave" method="post" action="/logout"><input type="hidden" name="csrf" value="${context.csrf}">
<p>${context.session.merchant}</p><button>Sign out</button></form>
</div>
</div></header>
<main id="content" tabindex="-1">
${clockNotice(context.portal.clock)}
${told(context)}
${content}
<footer>All times are UTC.</footer>
</main>
</body>`;
  return document(`${title} · ${context.session.storeName}`, body, { live: section === 'overview' });
}

function storeSwitch({ stores, session, csrf }: PageContext): Markup {
  if (stores.length < 2) return html`<p class="store">${session.storeName}</p>`;
  const option = ({ storeId, name }: (typeof stores)[number]) =>
    html`<option value="${storeId}"${storeId === session.storeId && html` selected`}>${name}</option>`;
  return html`<form class="store" method="post" action="/dashboard/store"><input type="hidden" name="csrf" value="${csrf}">
<label for="store">Store</label><span><select id="store" name="store">${stores.map(option)}</select><button>Open</button></span></form>`;
}

function told({ flash, failed }: PageContext): Markup {
  if (failed) return html`<div class="told bad" role="alert"><p>${failed.sentence}</p></div>`;
  if (!flash) return '';
  const { notice, secret } = flash;
  return html`<div class="told good" role="status"><p>${notice}</p>${
    secret &&
    html`<p>${secret.label}</p><code class="secret">${secret.value}</code>
<p>Copy it now: it is shown this once and kept nowhere in readable form.</p>`
  }</div>`;
}
