import { html } from 'hono/html';
import type { Markup } from '../visit.ts';

const DATE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat('en-GB');

export function number(value: number): string {
  return NUMBER.format(value);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** A moment, in UTC. */
export function time(at: Date | string | null | undefined, absent = '–'): Markup {
  if (at === null || at === undefined) return absent;
  const date = new Date(at);
  return html`<time datetime="${date.toISOString()}">${DATE.format(date)}, ${TIME.format(date)}</time>`;
}

export function day(at: Date | string): Markup {
  const date = new Date(at);
  return html`<time datetime="${date.toISOString().slice(0, 10)}">${DATE.format(date)}</time>`;
}

export function code(text: string): Markup {
  return html`<code>${text}</code>`;
}

export type Tone = 'good' | 'bad' | 'warn' | 'plain';

export function badge(text: string, tone: Tone = 'plain'): Markup {
  return html`<span class="badge ${tone}">${text}</span>`;
}
