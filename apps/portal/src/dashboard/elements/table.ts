import { html } from 'hono/html';
import type { Markup } from '../visit.ts';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => Markup | number;
  /** Right-aligned figures. */
  readonly figure?: boolean;
}

/** A list as a table; on a phone each row becomes a card of its own. The first column names the row. */
export function table<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { empty, id }: { readonly empty: Markup; readonly id?: string } = { empty: 'Nothing here yet.' },
): Markup {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  const [first, ...rest] = columns;
  return html`<table class="list"${id && html` id="${id}"`}><caption>${caption}</caption>
<thead><tr>${columns.map(({ title, figure }) => html`<th scope="col"${figure && html` class="figure"`}>${title}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${first?.cell(row)}</th>${rest.map(
        ({ title, cell, figure }) =>
          html`<td data-title="${title}"${figure && html` class="figure"`}><span>${cell(row)}</span></td>`,
      )}</tr>`,
  )}</tbody></table>`;
}

/** Names and values. */
export function facts(pairs: readonly (readonly [name: string, value: Markup | number])[]): Markup {
  return html`<dl class="facts">${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
