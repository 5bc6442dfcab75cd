import type { Markup } from '@genvoris/design';
import { html } from 'hono/html';
import type { Visitor } from '../visitors.ts';

/** The bar on top of each page: which scenario Genvoris plays for this visitor, and who the visitor is. */
export function scenarioPanel({ scenario, signedIn, choices }: Visitor, path: string): Markup {
  const groups = choices.map(
    ({ label, scenarios }) =>
      html`<optgroup label="${label}">${scenarios.map(
        (one) =>
          html`<option value="${one.name}"${one.name === scenario && html` selected`}>${one.label}</option>`,
      )}</optgroup>`,
  );
  return html`<aside class="demo" aria-label="Demo controls">
<form method="post" action="/demo">
  <input type="hidden" name="back" value="${path}">
  <label>Genvoris plays <select name="scenario">${groups}</select></label>
  <label>You are <select name="viewer">
    <option value="shopper"${signedIn && html` selected`}>signed in</option>
    <option value="guest"${!signedIn && html` selected`}>a guest</option>
  </select></label>
  <button>Play</button>
  <p class="seen" hidden>The widget shows <output></output></p>
</form>
</aside>`;
}
