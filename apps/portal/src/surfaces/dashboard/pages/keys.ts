import { html } from 'hono/html';
import type { Selectable } from 'kysely';
import { addKey, changeKey } from '../../../domain/stores/api-key.ts';
import { lockStore } from '../../../domain/stores/lock-store.ts';
import { ApiError, invalidField } from '../../../foundation/api-error.ts';
import type { Schema } from '../../../storage/schema.ts';
import { confirm } from '../elements/confirm.ts';
import { field, formStart } from '../elements/field.ts';
import { badge, code, time } from '../elements/format.ts';
import { table } from '../elements/table.ts';
import type { Action, Markup, Page, PageContext } from '../request/page-context.ts';
import { readDomains } from './domain-list.ts';

type KeyRow = Selectable<Schema['api_keys']>;

const PATH = '/dashboard/keys';
const MOST = 100;
const DOMAIN_HINT =
  'One host per line: shop.example, or *.shop.example for every host below it. Empty allows all.';

export const keys: Page = {
  path: PATH,
  section: 'keys',
  async render(context) {
    const rows = context.portal.db
      .selectFrom('api_keys')
      .selectAll()
      .where('store_id', '=', context.storeId)
      .orderBy('id', 'desc')
      .limit(MOST);
    const live = await rows.where('revoked_at', 'is', null).execute();
    const revoked = await rows.where('revoked_at', 'is not', null).execute();
    return {
      title: 'API keys',
      content: html`<h1>API keys</h1>
<p class="lead">A key speaks for this store. It belongs on your server, never in a page.</p>
${table<KeyRow>(
  'API keys in use',
  [
    { title: 'Name', cell: ({ name }) => name },
    { title: 'Key', bare: true, cell: ({ hint }) => code(hint) },
    { title: 'Domains', cell: (row) => domains(row) },
    { title: 'Created (UTC)', cell: (row) => time(row.created_at) },
    { title: 'Change', wide: true, cell: (row) => change(context, row) },
  ],
  live,
  { empty: 'No keys. Make the first below.' },
)}
<section class="panel"><h2>New key</h2><form class="fields" method="post" action="${PATH}">${formStart(context, 'create')}
${field(context, 'create', { name: 'name', label: 'Name', required: true, maxlength: 80, hint: 'What you will know it by, such as the shop it is for.' })}
${field(context, 'create', {
  name: 'mode',
  label: 'Kind',
  choices: [
    ['live', 'Live'],
    ['test', 'Test'],
  ],
})}
${field(context, 'create', { name: 'domains', label: 'Allowed domains (optional)', rows: 3, hint: DOMAIN_HINT })}
<button class="main">Create key</button></form></section>
${
  revoked.length > 0
    ? html`<details class="more"><summary>Revoked keys</summary>${table<KeyRow>(
        'Revoked keys',
        [
          { title: 'Name', cell: ({ name }) => name },
          { title: 'Key', bare: true, cell: ({ hint }) => code(hint) },
          { title: 'Revoked (UTC)', cell: (row) => time(row.revoked_at) },
        ],
        revoked,
      )}</details>`
    : ''
}`,
    };
  },
};

function domains({ allowed_domains }: KeyRow): Markup {
  if (allowed_domains.length === 0) return badge('Any', 'warn');
  return html`<ul class="plain-list">${allowed_domains.map((each) => html`<li>${code(each)}</li>`)}</ul>`;
}

function change(context: PageContext, row: KeyRow): Markup {
  const form = `key-${row.id}`;
  const open = context.failed?.form.name === form;
  return html`<div class="acts"><details class="edit" name="open"${open && html` open`}><summary aria-label="Domains of ${row.name}">Domains</summary>
<form class="fields" method="post" action="${PATH}/${row.id}/domains">${formStart(context, form)}
${field(context, form, { name: 'domains', label: 'Allowed domains', rows: 4, value: row.allowed_domains.join('\n'), hint: DOMAIN_HINT })}
<button class="main">Save</button></form></details>
${confirm(context, {
  action: `${PATH}/${row.id}/revoke`,
  label: 'Revoke',
  about: row.name,
  question: 'Whatever uses this key stops working at once, for good.',
})}</div>`;
}

export const keyActions: readonly Action[] = [
  {
    path: PATH,
    page: keys,
    async perform({ portal, storeId, now }, form) {
      const name = form.text('name');
      if (name === '' || name.length > 80) throw invalidField('/name', 'must have 1 to 80 characters');
      const allowedDomains = readDomains(form.text('domains'));
      const mode = form.text('mode') === 'live' ? 'live' : 'test';
      const { key } = await portal.db.transaction().execute(async (trx) => {
        await requireRoom(trx, storeId);
        return addKey(trx, { storeId, name, mode, allowedDomains }, now);
      });
      return { to: PATH, notice: `${name} was created.`, secret: { label: 'Your new key', value: key } };
    },
  },
  {
    path: `${PATH}/:id/domains`,
    page: keys,
    async perform({ portal, storeId, params }, form) {
      const allowedDomains = readDomains(form.text('domains'));
      const changed = await changeKey(portal.db, { storeId, id: params.id ?? '', allowedDomains });
      if (!changed) throw new ApiError('not_found');
      return { to: PATH, notice: 'The domains were saved.' };
    },
  },
  {
    path: `${PATH}/:id/revoke`,
    page: keys,
    async perform({ portal, storeId, params, now }) {
      const changed = await changeKey(portal.db, { storeId, id: params.id ?? '', revokedAt: now });
      if (!changed) throw new ApiError('not_found');
      return { to: PATH, notice: 'The key was revoked.' };
    },
  },
];

async function requireRoom(trx: PageContext['portal']['db'], storeId: string): Promise<void> {
  // Two at once would both count one less.
  await lockStore(trx, storeId);
  const { count } = await trx
    .selectFrom('api_keys')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('store_id', '=', storeId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (Number(count) >= MOST) throw invalidField('', `a store has at most ${MOST} keys`);
}
