import { html } from 'hono/html';
import type { Markup } from '../request/page-context.ts';

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' });
const SECONDS = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat('en-GB');

export function number(value: number): string {
  return NUMBER.format(value).replace('-', '−');
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** A moment, in UTC; the head of its column names the zone. */
export function time(at: Date | string | null | undefined, absent = '–'): Markup {
  return at === null || at === undefined ? absent : toTime(at, TIME);
}

/** A moment to the second. */
export function exactTime(at: Date | string): Markup {
  return toTime(at, SECONDS);
}

/** A moment where nothing around it says that it is in UTC. */
export function moment(at: Date | string | null | undefined, absent = '–'): Markup {
  return at === null || at === undefined ? absent : toTime(at, TIME, ' UTC');
}

function toTime(at: Date | string, format: Intl.DateTimeFormat, zone = ''): Markup {
  const date = new Date(at);
  return html`<time datetime="${date.toISOString()}">${DATE.format(date)}, ${format.format(date)}${zone}</time>`;
}

export function day(at: Date | string): Markup {
  const date = new Date(at);
  return html`<time datetime="${date.toISOString().slice(0, 10)}">${DATE.format(date)}</time>`;
}

export function code(text: string): Markup {
  return html`<code>${text}</code>`;
}

/** The end of an id, by which people tell it from its neighbours; the whole of it for people who hear or copy it. */
export function shortCode(id: string): Markup {
  return html`<code title="${id}"><span class="unseen">${id}</span><span aria-hidden="true">…${id.slice(-6)}</span></code>`;
}

export type Tone = 'good' | 'bad' | 'warn' | 'plain';

export function badge(text: string, tone: Tone = 'plain'): Markup {
  return html`<span class="badge ${tone}">${text}</span>`;
}
