import {
  ERROR_CODES,
  ERROR_WORDS,
  ERRORS,
  type ErrorWord,
  FAULTS,
  PHOTO_REASON,
  PHOTO_REASONS,
  PORTAL_ERROR_CODES,
  PORTAL_ERRORS,
  QUOTA_REASON,
  QUOTA_REASONS,
  TRANSLATION,
} from '@genvoris/contract';
import type { Markup } from '@genvoris/design';
import { html } from 'hono/html';
import type { Page } from '../layout.ts';
import { prose } from '../prose.ts';
import { table } from '../table.ts';

const code = (word: string): Markup => html`<code>${word}</code>`;

/** The operations that document a word among their answers. */
function answeredBy(family: 'code' | 'error', word: string): Markup {
  const operations = Object.entries<Readonly<Record<number, readonly ErrorWord[]>>>(ERROR_WORDS)
    .filter(([, byStatus]) =>
      Object.values(byStatus)
        .flat()
        .some((answer) => answer[family] === word),
    )
    .map(([operationId]) => operationId);
  return html`<details><summary>${operations.length}</summary>${operations.map((id) => html`<code>${id}</code> `)}</details>`;
}

export function errorsPage(): Page {
  return {
    path: 'errors.html',
    title: 'Errors by code',
    body: html`<h1>Errors by code</h1>
<p class="lead">Two families. The status, try-on and storefront surfaces answer <code>code</code>; the portal (v1 and track) answers <code>error</code>. Key message tables by these words, never by the English text.</p>
<h2>The <code>code</code> family</h2>
${table(
  'Errors of the code family',
  ['code', 'HTTP', 'Retry', 'Reads as', 'Default message', 'Meaning', 'Operations'],
  ERROR_CODES.map((word) => {
    const error = ERRORS[word];
    return [
      html`<code id="${word}">${word}</code>`,
      String(error.status),
      error.retryable ? 'yes' : 'no',
      code(error.readsAs),
      error.message,
      prose(error.description),
      answeredBy('code', word),
    ];
  }),
)}
<h3>Why a photo is rejected</h3>
${table(
  'Reasons of photo_rejected',
  ['reason', 'Default message', 'Meaning'],
  PHOTO_REASONS.map((word) => [
    code(word),
    PHOTO_REASON[word].message,
    prose(PHOTO_REASON[word].description),
  ]),
)}
<h2>The <code>error</code> family</h2>
<p>The last column is what a storefront adapter answers the browser when it meets the error upstream.</p>
${table(
  'Errors of the portal',
  ['error', 'HTTP', 'Retry', 'Meaning', 'Operations', 'Storefront'],
  PORTAL_ERROR_CODES.map((word) => {
    const error = PORTAL_ERRORS[word];
    return [
      html`<code id="portal-${word}">${word}</code>`,
      String(error.status),
      error.retryable ? 'yes' : 'no',
      prose(error.description),
      answeredBy('error', word),
      html`<a href="#${error.storefront}">${code(error.storefront)}</a>`,
    ];
  }),
)}
<h3>Why a shopper's plan refuses</h3>
${table(
  'Reasons of end_customer_quota',
  ['reason', 'Default message', 'Meaning'],
  QUOTA_REASONS.map((word) => [
    code(word),
    QUOTA_REASON[word].message,
    prose(QUOTA_REASON[word].description),
  ]),
)}
<h2>Storefront translation</h2>
<p>Status and word together decide first (the tables above), then the status alone, then the kind of fault. An upstream error body is never copied through.</p>
${table(
  'Translation by upstream status alone',
  ['Upstream status', 'Storefront'],
  Object.entries(TRANSLATION.statuses).map(([status, word]) => [status, code(word)]),
)}
${table(
  'Faults below HTTP',
  ['Fault', 'Storefront', 'What happens'],
  Object.entries(FAULTS).map(([name, fault]) => [
    code(name),
    code(fault.storefront),
    prose(fault.description),
  ]),
)}`,
  };
}
