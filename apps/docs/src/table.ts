import type { Markup } from '@genvoris/design';
import { html } from 'hono/html';

/** A table that scrolls sideways on a phone; the region is focusable so that a keyboard can scroll it too. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (Markup | string)[])[],
): Markup {
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
function isProse(cell: Markup | string): boolean {
  const text = cell.toString();
  return text.includes(' ') && (typeof cell === 'string' || !text.startsWith('<'));
}
