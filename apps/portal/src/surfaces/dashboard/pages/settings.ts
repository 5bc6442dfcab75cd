import { html } from 'hono/html';
import { readStatus } from '../../../domain/stores/status.ts';
import { ApiError, invalidField } from '../../../foundation/api-error.ts';
import type { StoreStatus } from '../../../storage/schema.ts';
import { checkbox, field, formStart } from '../elements/field.ts';
import { code, time } from '../elements/format.ts';
import { facts, table } from '../elements/table.ts';
import type { Action, Markup, Page, PageContext } from '../request/page-context.ts';
import { accessLine } from './access-line.ts';
import { accountActions, accountSection } from './account.ts';

const PATH = '/dashboard/settings';
const STATUSES: readonly (readonly [StoreStatus, string])[] = [
  ['ACTIVE', 'Active'],
  ['SUSPENDED', 'Suspended: keys are refused, shops see LOCKED'],
  ['MAINTENANCE', 'Maintenance: shops see ERROR'],
];

export const settings: Page = {
  path: PATH,
  section: 'settings',
  async render(context) {
    const { portal, storeId, now } = context;
    const store = await portal.db
      .selectFrom('stores')
      .selectAll()
      .where('store_id', '=', storeId)
      .executeTakeFirst();
    if (!store) throw new ApiError('not_found');
    return {
      title: 'Settings',
      content: html`<h1>Settings</h1>
${facts([
  ['Store', store.name],
  ['Id', code(store.store_id)],
  ['External id', code(store.external_id)],
  ['Plan', code(store.plan)],
  ['Billing', code(store.monetization_model)],
])}
<section class="panel"><h2>What shops are answered</h2>${accessLine(await readStatus(portal.db, storeId, now))}
<form class="fields" method="post" action="${PATH}">${formStart(context, 'switches')}
${field(context, 'switches', { name: 'name', label: 'Name', value: store.name, required: true, maxlength: 80 })}
${field(context, 'switches', { name: 'status', label: 'Account', value: store.status, choices: STATUSES })}
${checkbox('tryonEnabled', 'tryon-enabled', 'Try-on is switched on', store.tryon_enabled)}
${checkbox('overageEnabled', 'overage-enabled', 'Overage: try-ons go on when the credits are spent', store.overage_enabled)}
${field(context, 'switches', {
  name: 'lowBalanceThreshold',
  label: 'Tell me when this many credits are left',
  type: 'number',
  value: store.low_balance_threshold,
  min: 0,
  max: 1_000_000,
  hint: 'By the event credit.low_balance; 0 never does.',
})}
<button class="main">Save</button></form></section>
${await connectedSites(context)}
${await accountSection(context)}`,
    };
  },
};

async function connectedSites({ portal, storeId }: PageContext): Promise<Markup> {
  const sites = await portal.db
    .selectFrom('connected_sites')
    .selectAll()
    .where('store_id', '=', storeId)
    .orderBy('site_url')
    .limit(100)
    .execute();
  return html`<section><h2>Connected shops</h2>${table<(typeof sites)[number]>(
    'Shops connected by one click',
    [
      { title: 'Shop', cell: (row) => row.site_name },
      { title: 'Address', cell: (row) => row.site_url },
      { title: 'Key', cell: (row) => html`<a href="/dashboard/keys">${code(row.key_id)}</a>` },
      { title: 'Connected (UTC)', cell: (row) => time(row.connected_at) },
    ],
    sites,
    { empty: 'No shop is connected. Connect starts in the shop’s own administration.' },
  )}</section>`;
}

export const settingActions: readonly Action[] = [
  {
    path: PATH,
    page: settings,
    async perform({ portal, storeId, now }, form) {
      const name = form.text('name');
      if (name === '' || name.length > 80) throw invalidField('/name', 'must have 1 to 80 characters');
      const [status] = STATUSES.find(([each]) => each === form.text('status')) ?? [];
      if (!status) throw invalidField('/status', 'is not one of the choices');
      const threshold = form.number('lowBalanceThreshold');
      if (!Number.isInteger(threshold) || threshold < 0 || threshold > 1_000_000) {
        throw invalidField('/lowBalanceThreshold', 'must be a whole number from 0 to 1,000,000');
      }
      await portal.db
        .updateTable('stores')
        .set({
          name,
          status,
          tryon_enabled: form.checked('tryonEnabled'),
          overage_enabled: form.checked('overageEnabled'),
          low_balance_threshold: threshold,
          updated_at: now,
        })
        .where('store_id', '=', storeId)
        .execute();
      return { to: PATH, notice: 'The settings were saved.' };
    },
  },
  ...accountActions(settings),
];
