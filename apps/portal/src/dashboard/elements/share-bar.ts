import { html } from 'hono/html';
import type { Markup } from '../visit.ts';

/** How much of a whole, beside the figure that says it: decoration for whoever hears the page. */
export function shareBar(part: number, whole: number): Markup {
  const width = whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
  return html`<svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
<rect class="track" width="100" height="10"/><rect class="accent" width="${width}" height="10"/></svg>`;
}
