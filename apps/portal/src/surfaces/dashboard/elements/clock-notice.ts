import { html } from 'hono/html';
import type { Clock } from '../../../foundation/clock.ts';
import { sayDuration } from '../../../foundation/duration.ts';
import type { Markup } from '../request/page-context.ts';
import { code, time } from './format.ts';

/** A notice if the portal goes by a clock that was moved: nothing on the page fits the calendar otherwise. */
export function clockNotice(clock: Clock): Markup {
  const { offsetMs } = clock;
  if (offsetMs === 0) return '';
  const way = `${sayDuration(offsetMs)} ${offsetMs > 0 ? 'ahead' : 'behind'}`;
  return html`<div class="told warn" role="note" aria-label="Test clock"><p>The test clock was moved: here it is ${time(clock.now())}, ${way}.
${code('portal clock reset')} puts it back.</p></div>`;
}
