import { type Html, html } from './html.ts';

/** A table that scrolls sideways on a phone; the region is focusable so that a keyboard can scroll it too. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (Html | string)[])[],
): Html {
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (
      cells,
    ) => html`<tr>${cells.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td${isProse(cell) && html` class="prose"`}>${cell}</td>`))}</tr>
`,
  )}</tbody>
</table></div>`;
}

/** Sentences get a wider column than words do. */
function isProse(cell: Html | string): boolean {
  return (
    (typeof cell === 'string' ? cell : cell.text).includes(' ') &&
    !(cell instanceof Object && cell.text.startsWith('<'))
  );
}
