import type { StatusResponse } from '@genvoris/contract';
import { html } from 'hono/html';
import { badge, moment } from '../elements/words.ts';
import type { Markup } from '../visit.ts';

/** What the store's `GET /status` answers now. */
export function accessLine(status: StatusResponse): Markup {
  const { access } = status;
  const tone = access === 'ALLOWED' ? 'good' : access === 'EXHAUSTED' ? 'warn' : 'bad';
  const resets =
    access === 'EXHAUSTED' && 'quota' in status && status.quota
      ? html` The period ends ${moment(status.quota.resetsAt)}.`
      : '';
  return html`<p class="access">${badge(access, tone)} <span>${status.message}${resets}</span></p>`;
}
