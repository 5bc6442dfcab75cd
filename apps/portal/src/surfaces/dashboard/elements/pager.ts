import { html } from 'hono/html';
import type { Markup } from '../request/page-context.ts';

/** What the pages of a list are called: by time, or by anything else. */
const LABELS = {
  time: { first: 'Back to the newest', more: 'Older' },
  text: { first: 'Back to the first', more: 'More' },
};

/** The way to the next page of a list, and back to its first. */
export function pager(
  path: string,
  query: URLSearchParams,
  next: string | null,
  order: keyof typeof LABELS = 'time',
): Markup {
  const labels = LABELS[order];
  const first = query.has('cursor') ? link(path, query, null, labels.first) : '';
  const more = next === null ? '' : link(path, query, next, labels.more);
  if (first === '' && more === '') return '';
  return html`<nav class="pager" aria-label="Pages">${first}${more}</nav>`;
}

function link(path: string, query: URLSearchParams, cursor: string | null, label: string): Markup {
  const wanted = new URLSearchParams(query);
  if (cursor === null) wanted.delete('cursor');
  else wanted.set('cursor', cursor);
  const text = wanted.toString();
  return html`<a class="button" href="${path}${text && `?${text}`}">${label}</a>`;
}
