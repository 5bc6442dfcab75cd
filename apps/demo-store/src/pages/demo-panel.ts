import type { Markup } from '@genvoris/design';
import { html } from 'hono/html';
import type { ScenarioGroup } from '../backstage/scenarios.ts';
import type { Shopper } from '../shop/shoppers.ts';
import type { Visitor } from '../shop/visitors.ts';

/** The demo's own controls, out of the shop's way: which scenario Genvoris plays for this visitor, and who that is. */
export function demoPanel(
  visitor: Visitor,
  path: string,
  shoppers: Shopper[],
  choices: readonly ScenarioGroup[],
): Markup {
  const { scenario, shopper } = visitor;
  const groups = choices.map(
    ({ label, scenarios }) =>
      html`<optgroup label="${label}">${scenarios.map(
        (one) =>
          html`<option value="${one.name}"${one.name === scenario && html` selected`}>${one.label}</option>`,
      )}</optgroup>`,
  );
  const people = shoppers.map(
    ({ id, name }) => html`<option value="${id}"${id === shopper?.id && html` selected`}>${name}</option>`,
  );
  return html`<details class="demo">
<summary>Demo<span class="seen" title="What the widget shows"></span></summary>
<form method="post" action="/demo" aria-label="Demo controls">
  <input type="hidden" name="back" value="${path}">
  <label>You are <select name="viewer">
    <option value="guest"${!shopper && html` selected`}>a guest</option>${people}
  </select></label>
  <label>Genvoris plays <select name="scenario">${groups}</select></label>
  <button class="quiet">Play</button>
  <p>How shoppers pay: <a href="/merchant">Merchant</a></p>
</form>
</details>`;
}
