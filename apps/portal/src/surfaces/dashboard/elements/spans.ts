import { html } from 'hono/html';
import type { Markup } from '../request/page-context.ts';

/** Links of which one is the view that is shown. */
export function spans(
  name: string,
  choices: readonly (readonly [label: string, href: string, current: boolean])[],
): Markup {
  return html`<nav class="spans" aria-label="${name}"><ul>${choices.map(
    ([label, href, current]) =>
      html`<li><a href="${href}"${current && html` aria-current="true"`}>${label}</a></li>`,
  )}</ul></nav>`;
}
