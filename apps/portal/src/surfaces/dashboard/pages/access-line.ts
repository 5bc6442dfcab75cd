import type { Access, StatusResponse } from '@genvoris/contract';
import { html } from 'hono/html';
import { badge, moment, type Tone } from '../elements/format.ts';
import type { Markup } from '../request/page-context.ts';

const TONE: Record<Access, Tone> = { ALLOWED: 'good', LOCKED: 'bad', EXHAUSTED: 'warn', ERROR: 'bad' };

/** What the store's `GET /status` answers now. */
export function accessLine(status: StatusResponse): Markup {
  const { access } = status;
  const resets =
    access === 'EXHAUSTED' && 'quota' in status && status.quota
      ? html` The period ends ${moment(status.quota.resetsAt)}.`
      : '';
  return html`<p class="access">${badge(access, TONE[access])} <span>${status.message}${resets}</span></p>`;
}
