import { html } from 'hono/html';
import type { ConnectRequest } from '../../domain/connect/connect-request.ts';
import type { ConnectStore } from '../../domain/connect/stores.ts';
import type { MerchantSession } from '../../domain/merchants/merchant-session.ts';
import { type Page, renderPage } from './page.ts';
import { storeRow } from './store-row.ts';

const brand = html`<p class="brand"><svg viewBox="0 0 28 28" fill="none" aria-hidden="true">
<rect x="1" y="1" width="26" height="26" rx="8" fill="currentColor"/>
<path d="M9 8l5 3 5-3 2.500 4-2.500 1.500V20h-10v-6.500L6.500 12z" fill="var(--ground)"/></svg>Genvoris</p>`;

/** Asks the merchant who is signed in to allow or deny, and for which of their stores. */
export function consentPage(
  request: ConnectRequest,
  { session, stores, csrf }: { session: MerchantSession; stores: readonly ConnectStore[]; csrf: string },
): Promise<Page> {
  const { origin, host, protocol } = new URL(request.siteUrl);
  const content = html`${brand}
<h1>Connect ${request.siteName}?</h1>
<p>The shop asks to use virtual try-on with your account.</p>
<dl>
<div><dt>Shop</dt><dd>${host}</dd></div>
${storeRow(stores, session.storeId, 'decide')}
<div><dt>Signed in</dt><dd>${session.merchant}</dd></div>
</dl>
<h2>The shop will be able to</h2>
<ul>
<li>spend the try-on credits of this account</li>
<li>manage its shoppers, plans and sessions</li>
<li>receive events about them, signed with a secret of its own</li>
</ul>
${protocol === 'http:' ? html`<p class="note">This shop is on your own computer, without encryption. Allow it only if you set it up yourself.</p>` : ''}
<form class="decide" id="decide" method="post" action="/oauth/wordpress">
<input type="hidden" name="csrf" value="${csrf}">
<button name="decision" value="deny">Deny</button>
<button class="main" name="decision" value="allow">Allow</button>
</form>
<footer>You can take the shop's key back at any time. If you did not start this from your shop's own
administration, deny. WordPress plugin ${request.pluginVersion}.</footer>`;
  return renderPage(`Connect ${request.siteName}`, content, origin);
}

/** Asks for the sign-in first; it comes back to the same address. */
export function signInPage(request: ConnectRequest, here: string): Promise<Page> {
  const content = html`${brand}
<h1>Sign in to connect ${request.siteName}</h1>
<p>${new URL(request.siteUrl).host} asks to use virtual try-on with your Genvoris account.</p>
<form method="post" action="/login">
<input type="hidden" name="next" value="${here}">
<label>Email <input type="email" name="email" value="${request.adminEmail}" autocomplete="username" required></label>
<label>Password <input type="password" name="password" autocomplete="current-password" required></label>
<button class="main">Sign in</button>
</form>`;
  return renderPage(`Sign in`, content);
}

/** The body of the redirect, for a browser that does not follow. */
export function returnPage(siteName: string, location: string): Promise<Page> {
  const content = html`${brand}
<h1>Back to ${siteName}</h1>
<p>If your browser does not go on by itself:</p>
<a class="button main" href="${location}">Back to ${siteName}</a>`;
  return renderPage(`Back to ${siteName}`, content);
}
