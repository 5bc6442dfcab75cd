import { html } from 'hono/html';
import type { Selectable } from 'kysely';
import { readPage, readRows } from '../../../api/http/page.ts';
import type { PackKind, Schema } from '../../../storage/schema.ts';
import { badge, number, shortCode, time } from '../elements/format.ts';
import { pager } from '../elements/pager.ts';
import { spans } from '../elements/spans.ts';
import { table } from '../elements/table.ts';
import type { Markup, PageContext } from '../request/page-context.ts';

type Entry = Selectable<Schema['ledger_entries']>;

const PATH = '/dashboard/credits';
const SHOWN = 25;
const PACK = 'pack:';
export const KINDS: Readonly<Record<PackKind, string>> = {
  allowance: 'Plan allowance',
  purchase: 'Purchase',
  gift: 'Gift',
};
const ENTRIES: Readonly<Record<Entry['kind'], Markup>> = {
  issue: badge('Issue', 'good'),
  debit: badge('Debit'),
  expiry: badge('Expiry', 'warn'),
};

/** The entries, page by page; all of them, or those that are no debits. */
export async function ledger({ portal, storeId, query }: PageContext): Promise<Markup> {
  const besideDebits = query.get('entries') === 'packs';
  let entries = portal.db.selectFrom('ledger_entries').selectAll().where('store_id', '=', storeId);
  if (besideDebits) entries = entries.where('kind', '<>', 'debit');
  const { data, next_cursor } = await readRows(entries, readPage(query, 'led_', SHOWN), 'id');
  const packs = await packsOf(portal.db, storeId, data);
  return html`<section><div class="head"><h2 id="ledger">Ledger</h2>
${spans('Entries shown', [
  ['All', PATH, !besideDebits],
  ['Issued and expired', `${PATH}?entries=packs`, besideDebits],
])}</div>
<p class="hint">Every movement has a source and a sink; nothing is ever changed or taken out.</p>
${table<Entry>(
  'Ledger entries, the newest first',
  [
    { title: 'Entry (UTC)', cell: (row) => time(row.at) },
    { title: 'Kind', bare: true, cell: ({ kind }) => ENTRIES[kind] },
    { title: 'From', cell: ({ source }) => account(source, packs) },
    { title: 'To', cell: ({ sink }) => account(sink, packs) },
    { title: 'Credits', figure: true, leads: true, cell: ({ amount }) => number(amount) },
  ],
  data,
  { empty: besideDebits ? 'Nothing was issued yet.' : 'No entries yet.' },
)}
${pager(PATH, query, next_cursor)}</section>`;
}

function account(name: string, packs: ReadonlyMap<string, PackKind>): Markup {
  if (!name.startsWith(PACK)) return name.charAt(0).toUpperCase() + name.slice(1);
  const id = name.slice(PACK.length);
  const kind = packs.get(id);
  return html`${kind ? KINDS[kind] : 'Pack'} ${shortCode(id)}`;
}

async function packsOf(
  db: PageContext['portal']['db'],
  storeId: string,
  entries: readonly Entry[],
): Promise<Map<string, PackKind>> {
  const ids = new Set(
    entries
      .flatMap(({ source, sink }) => [source, sink])
      .filter((name) => name.startsWith(PACK))
      .map((name) => name.slice(PACK.length)),
  );
  if (ids.size === 0) return new Map();
  const rows = await db
    .selectFrom('packs')
    .select(['id', 'kind'])
    .where('store_id', '=', storeId)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}
