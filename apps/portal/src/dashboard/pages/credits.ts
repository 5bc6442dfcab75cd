import { html } from 'hono/html';
import type { Selectable } from 'kysely';
import { readPage, toPage } from '../../http/page.ts';
import { invalidField } from '../../http/refusal.ts';
import type { PackKind, Schema } from '../../storage/schema.ts';
import { addPack, settlePool } from '../../stores/packs.ts';
import { field, formStart } from '../elements/field.ts';
import { pager } from '../elements/pager.ts';
import { table } from '../elements/table.ts';
import { badge, code, number, plural, time } from '../elements/words.ts';
import { type Balance, readBalances } from '../figures/read-balances.ts';
import type { Action, Markup, Page, Visit } from '../visit.ts';

type Pack = Selectable<Schema['packs']>;
type Entry = Selectable<Schema['ledger_entries']>;

const PATH = '/dashboard/credits';
const PACKS = 50;
const ENTRIES = '25';
const KINDS: Readonly<Record<PackKind, string>> = {
  allowance: 'Plan allowance',
  purchase: 'Purchase',
  gift: 'Gift',
};
const ACCOUNTS: Readonly<Record<string, string>> = {
  issued: 'Issued: every credit there ever was',
  overage: 'Overage: owed beyond the packs',
  packs: 'Packs: still to be spent',
  used: 'Used by try-ons',
  expired: 'Expired unspent',
};

export const credits: Page = {
  path: PATH,
  section: 'credits',
  async render(visit) {
    const { portal, storeId, query, now } = visit;
    await settlePool(portal.db, storeId, now);
    const cursor = query.get('cursor');
    const page = readPage(
      new URLSearchParams({ limit: ENTRIES, ...(cursor !== null && { cursor }) }),
      'led_',
    );
    let entries = portal.db
      .selectFrom('ledger_entries')
      .selectAll()
      .where('store_id', '=', storeId)
      .orderBy('id', 'desc')
      .limit(page.limit + 1);
    if (page.after !== undefined) entries = entries.where('id', '<', page.after);
    const { data, next_cursor } = toPage(
      await entries.execute(),
      page,
      ({ id }) => id,
      (row) => row,
    );
    const ledger = html`<section><h2 id="ledger">Ledger</h2>
<p>Every movement has a source and a sink; nothing is ever changed or taken out.</p>
${table<Entry>(
  'Ledger entries, the newest first',
  [
    { title: 'Entry', cell: (row) => time(row.at) },
    { title: 'Kind', bare: true, cell: ({ kind }) => kind.charAt(0).toUpperCase() + kind.slice(1) },
    { title: 'From', cell: ({ source }) => code(source) },
    { title: 'To', cell: ({ sink }) => code(sink) },
    { title: 'Credits', figure: true, leads: true, cell: ({ amount }) => number(amount) },
  ],
  data,
  { empty: 'No entries yet.' },
)}
${pager(PATH, query, next_cursor)}</section>`;
    return {
      title: 'Credits',
      content: html`<h1>Credits</h1>
<p class="lead">One completed try-on is one credit. Credits come in packs; the pack that expires first is spent first.</p>
${cursor === null ? html`${await packsSection(visit)}${addForm(visit)}${await balances(visit)}` : ''}
${ledger}`,
    };
  },
};

async function packsSection({ portal, storeId }: Visit): Promise<Markup> {
  const packs = await portal.db
    .selectFrom('packs')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('remaining', '>', 0)
    .orderBy('expires_at')
    .orderBy('created_at')
    .orderBy('id')
    .limit(PACKS)
    .execute();
  const pool = await portal.db
    .selectFrom('pools')
    .selectAll()
    .where('store_id', '=', storeId)
    .executeTakeFirstOrThrow();
  return html`<section><h2>Packs</h2><p class="usage">${plural(pool.balance, 'credit')} left in the pool${
    pool.period_overage > 0 && html`, ${number(pool.period_overage)} of overage in this period`
  }</p>
${table<Pack>(
  'Packs with credits left, in the order they are spent',
  [
    { title: 'Pack', cell: ({ id }) => code(id) },
    { title: 'Kind', cell: ({ kind }) => badge(KINDS[kind]) },
    {
      title: 'Left',
      figure: true,
      cell: ({ remaining, amount }) => `${number(remaining)} of ${number(amount)}`,
    },
    { title: 'Expires', cell: (row) => time(row.expires_at, 'Never') },
    { title: 'Added', cell: (row) => time(row.created_at) },
  ],
  packs,
  { empty: 'No credits left.' },
)}</section>`;
}

function addForm(visit: Visit): Markup {
  return html`<details class="more"${visit.failed && html` open`}><summary>Add a pack</summary>
<form class="fields" method="post" action="${PATH}/packs">${formStart(visit, 'pack')}
${field(visit, 'pack', { name: 'amount', label: 'Credits', type: 'number', required: true, min: 1, max: 1_000_000 })}
${field(visit, 'pack', { name: 'expiresAt', label: 'Valid through (optional)', type: 'date' })}
<p class="hint">This portal takes no payment: the pack is simply there.</p>
<button class="main">Add pack</button></form></details>`;
}

async function balances({ portal, storeId, now }: Visit): Promise<Markup> {
  const held = await readBalances(portal.db, storeId, now);
  const sum = held.reduce((all, { amount }) => all + amount, 0);
  return html`<section><h2>Balances</h2>${table<Balance>(
    'Accounts of the ledger',
    [
      { title: 'Account', cell: ({ account }) => ACCOUNTS[account] ?? account },
      { title: 'Balance', figure: true, leads: true, cell: ({ amount }) => number(amount) },
    ],
    [...held, { account: 'Sum: always nothing', amount: sum }],
  )}</section>`;
}

export const creditActions: readonly Action[] = [
  {
    path: `${PATH}/packs`,
    page: credits,
    async perform({ portal, storeId, now }, form) {
      const amount = form.number('amount');
      if (!Number.isInteger(amount) || amount < 1 || amount > 1_000_000) {
        throw invalidField('/amount', 'must be a whole number from 1 to 1,000,000');
      }
      const through = form.optional('expiresAt');
      const expiresAt = through === undefined ? null : new Date(`${through}T23:59:59Z`);
      if (expiresAt && !(expiresAt > now)) throw invalidField('/expiresAt', 'must be in the future');
      await portal.db
        .transaction()
        .execute((trx) => addPack(trx, { storeId, kind: 'purchase', amount, expiresAt }, now));
      return { to: PATH, notice: `${plural(amount, 'credit')} added.` };
    },
  },
];
