import type { Markup } from '@genvoris/design';
import { html } from 'hono/html';
import type { ConnectStore } from '../../domain/connect/stores.ts';

/** The account the shop is connected to; where a merchant has several, the field of `form` that chooses one. */
export function storeRow(stores: readonly ConnectStore[], current: string, form: string): Markup {
  const [only] = stores;
  if (only && stores.length === 1) return html`<div><dt>Account</dt><dd>${only.name}</dd></div>`;
  const open = stores.filter(({ suspended }) => !suspended);
  const chosen = open.find(({ storeId }) => storeId === current) ?? open[0];
  return html`<div class="choice"><dt><label for="store">Account</label></dt><dd><select id="store" name="store" form="${form}">
${stores.map(
  (store) =>
    html`<option value="${store.storeId}"${store === chosen ? html` selected` : ''}${store.suspended ? html` disabled` : ''}>${labelOf(store, stores)}</option>`,
)}
</select></dd></div>`;
}

function labelOf(store: ConnectStore, stores: readonly ConnectStore[]): string {
  const namesakes = stores.filter(({ name }) => name === store.name).length > 1;
  const name = namesakes ? `${store.name} (${store.externalId ?? store.storeId})` : store.name;
  return store.suspended ? `${name}, suspended` : name;
}
