import { html } from 'hono/html';
import type { Markup } from '../request/page-context.ts';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => Markup | number;
  /** Right-aligned figures. */
  readonly figure?: boolean;
  /** On a phone: beside the row's name. */
  readonly leads?: boolean;
  /** On a phone: a line of its own. */
  readonly wide?: boolean;
  /** Says itself what it is: no label on a phone. */
  readonly bare?: boolean;
}

/** A list as a table; on a phone each row becomes a card of its own. The first column names the row. */
export function table<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { empty }: { readonly empty: Markup } = { empty: 'Nothing here yet.' },
): Markup {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  const [first, ...rest] = columns;
  return html`<table class="list"><caption>${caption}</caption>
<thead><tr>${columns.map(({ title, figure }) => html`<th scope="col"${figure && html` class="figure"`}>${title}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${first?.cell(row)}</th>${rest.map((column) =>
        cellOf(column, column.cell(row)),
      )}</tr>`,
  )}</tbody></table>`;
}

function cellOf<Row>(column: Column<Row>, content: Markup | number): Markup {
  return html`<td${label(column)} class="${classes(column)}${content === '–' && ' none'}"><span>${content}</span></td>`;
}

/** A card on a phone has no room to say of each time what the page says at its end. */
function label<Row>({ title, leads, wide, bare }: Column<Row>): Markup {
  return leads || wide || bare ? '' : html` data-title="${title.replace(' (UTC)', '')}"`;
}

function classes<Row>({ figure, leads, wide }: Column<Row>): string {
  return [figure && 'figure', leads && 'leads', wide && 'wide'].filter(Boolean).join(' ');
}

/** Names and values. */
export function facts(pairs: readonly (readonly [name: string, value: Markup | number])[]): Markup {
  return html`<dl class="facts">${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
