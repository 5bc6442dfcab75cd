import { ACCESS, ACCESS_VALUES, CTA, CTA_TYPES } from '@genvoris/contract';
import { html } from 'hono/html';
import type { Page } from '../layout.ts';
import { prose } from '../prose.ts';
import { table } from '../table.ts';

export function accessPage(): Page {
  return {
    path: 'access.html',
    title: 'Access values',
    body: html`<h1>Access values</h1>
<p class="lead">The UI forks on <code>access</code> alone. A value outside this table, a missing one, or an answer that cannot be read counts as <code>ERROR</code>: retry once, then hide the trigger.</p>
${table(
  'Access values and the UI each one shows',
  ['access', 'UI', 'Meaning'],
  ACCESS_VALUES.map((value) => [
    html`<code id="${value}">${value}</code>`,
    uiBadge(ACCESS[value].ui),
    prose(ACCESS[value].description),
  ]),
)}
<h2>Call to action</h2>
<p>Where access is <code>ALLOWED</code>, <code>ctaType</code> in the storefront's status says what this shopper is offered. An unknown value counts as <code>none</code>.</p>
${table(
  'Calls to action',
  ['ctaType', 'UI', 'Label', 'Meaning'],
  CTA_TYPES.map((value) => [
    html`<code>${value}</code>`,
    uiBadge(CTA[value].ui),
    CTA[value].label,
    prose(CTA[value].description),
  ]),
)}`,
  };
}

function uiBadge(ui: string) {
  return html`<span class="badge">${ui.replaceAll('_', ' ')}</span>`;
}
