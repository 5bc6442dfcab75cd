import { html } from 'hono/html';
import type { Selectable } from 'kysely';
import { type Balance, readBalances } from '../../../domain/stats/read-balances.ts';
import { addPack, settlePool } from '../../../domain/stores/packs.ts';
import { invalidField } from '../../../foundation/api-error.ts';
import { parseTime } from '../../../foundation/duration.ts';
import type { Schema } from '../../../storage/schema.ts';
import { field, formStart } from '../elements/field.ts';
import { number, plural, shortCode, time } from '../elements/format.ts';
import { table } from '../elements/table.ts';
import type { Action, Markup, Page, PageContext } from '../request/page-context.ts';
import { KINDS, ledger } from './ledger.ts';

type Pack = Selectable<Schema['packs']>;

const PATH = '/dashboard/credits';
const PACKS = 50;
const OVER = 20;
const ACCOUNTS: Readonly<Record<string, string>> = {
  issued: 'Issued: where every credit came from',
  overage: 'Overage: owed beyond the packs',
  packs: 'Packs: still to be spent',
  used: 'Used by try-ons',
  expired: 'Expired unspent',
};

export const credits: Page = {
  path: PATH,
  section: 'credits',
  async render(context) {
    const { portal, storeId, query, now } = context;
    await settlePool(portal.db, storeId, now);
    const deep = query.has('cursor') || query.has('entries');
    return {
      title: 'Credits',
      content: html`<h1>Credits</h1>
<p class="lead">One completed try-on is one credit. Credits come in packs; the pack that expires first is spent first.</p>
${deep ? '' : html`${await packsSection(context)}${addForm(context)}${await balances(context)}`}
${await ledger(context)}`,
    };
  },
};

async function packsSection({ portal, storeId }: PageContext): Promise<Markup> {
  const packs = portal.db.selectFrom('packs').selectAll().where('store_id', '=', storeId);
  const live = await packs
    .where('remaining', '>', 0)
    .orderBy('expires_at')
    .orderBy('created_at')
    .orderBy('id')
    .limit(PACKS)
    .execute();
  const over = await packs.where('remaining', '=', 0).orderBy('id', 'desc').limit(OVER).execute();
  const pool = await portal.db
    .selectFrom('pools')
    .selectAll()
    .where('store_id', '=', storeId)
    .executeTakeFirstOrThrow();
  return html`<section><h2>Packs</h2><p class="usage">${plural(pool.balance, 'credit')} left in the pool${
    pool.period_overage > 0 && html`, ${number(pool.period_overage)} of overage in this period`
  }</p>
${packTable('Packs with credits left, in the order they are spent', live, 'No credits left.')}
${
  over.length > 0
    ? html`<details class="more"><summary>Packs that are over</summary>${packTable(`The newest ${OVER} packs that are spent or expired`, over, '')}</details>`
    : ''
}</section>`;
}

function packTable(caption: string, packs: readonly Pack[], empty: string): Markup {
  return table<Pack>(
    caption,
    [
      { title: 'Pack', cell: ({ id, kind }) => html`${KINDS[kind]} ${shortCode(id)}` },
      {
        title: 'Left',
        figure: true,
        cell: ({ remaining, amount }) => `${number(remaining)} of ${number(amount)}`,
      },
      { title: 'Expires (UTC)', cell: (row) => time(row.expires_at, 'Never') },
      { title: 'Added (UTC)', cell: (row) => time(row.created_at) },
    ],
    packs,
    { empty },
  );
}

function addForm(context: PageContext): Markup {
  return html`<details class="more"${context.failed && html` open`}><summary>Add a pack</summary>
<form class="fields" method="post" action="${PATH}/packs">${formStart(context, 'pack')}
${field(context, 'pack', { name: 'amount', label: 'Credits', type: 'number', required: true, min: 1, max: 1_000_000 })}
${field(context, 'pack', { name: 'expiresAt', label: 'Valid through (optional)', type: 'date' })}
<p class="hint">This portal takes no payment: the pack is simply there.</p>
<button class="main">Add pack</button></form></details>`;
}

async function balances({ portal, storeId, now }: PageContext): Promise<Markup> {
  const held = await readBalances(portal.db, storeId, now);
  const sum = held.reduce((all, { amount }) => all + amount, 0);
  return html`<section class="narrow"><h2>Balances</h2>${table<Balance>(
    'Accounts of the ledger',
    [
      { title: 'Account', cell: ({ account }) => ACCOUNTS[account] ?? account },
      { title: 'Balance', figure: true, leads: true, cell: ({ amount }) => number(amount) },
    ],
    [...held, { account: 'Sum: always zero', amount: sum }],
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
      const expiresAt = through === undefined ? null : parseTime(`${through}T23:59:59Z`);
      if (expiresAt === undefined) throw invalidField('/expiresAt', 'must be a day of the calendar');
      if (expiresAt && expiresAt <= now) throw invalidField('/expiresAt', 'must be in the future');
      await portal.db
        .transaction()
        .execute((trx) => addPack(trx, { storeId, kind: 'purchase', amount, expiresAt }, now));
      return { to: PATH, notice: `${plural(amount, 'credit')} added.` };
    },
  },
];
