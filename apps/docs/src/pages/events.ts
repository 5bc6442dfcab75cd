import { WIDGET_EVENT_TYPE, WIDGET_EVENT_TYPES } from '@genvoris/contract';
import { html } from 'hono/html';
import type { Page } from '../layout.ts';
import { prose } from '../prose.ts';
import { readSpec } from '../specs.ts';
import { table } from '../table.ts';

export function eventsPage(): Page {
  const webhooks = Object.entries(readSpec('v1').webhooks ?? {});
  return {
    path: 'events.html',
    title: 'Events',
    body: html`<h1>Events</h1>
<p class="lead">Genvoris posts these to a store's webhook endpoints, at least once each, signed over the raw bytes. Verify the signature, allow five minutes of skew and record the event id: a replay answers 2xx and does nothing.</p>
${table(
  'Events',
  ['type', 'When'],
  webhooks.map(([type, { post }]) => [
    html`<a href="#${type}"><code>${type}</code></a>`,
    prose(post.summary),
  ]),
)}
${webhooks.map(
  ([type, { post }]) => html`<section><h2 id="${type}"><code>${type}</code></h2>
<p>${prose(post.description ?? post.summary)}</p>
${example(post.requestBody.content['application/json']?.examples)}</section>`,
)}
<h2 id="widget">What the widget tells</h2>
<p>The widget posts these to the shop's adapter, and the adapter to the portal, for the funnel from the try-on to the order. Nothing personal is in them.</p>
${table(
  'What the widget tells',
  ['eventType', 'When', 'Step'],
  WIDGET_EVENT_TYPES.map((type) => [
    html`<code>${type}</code>`,
    prose(WIDGET_EVENT_TYPE[type].description),
    String(WIDGET_EVENT_TYPE[type].step ?? 'beside the funnel'),
  ]),
)}`,
  };
}

function example(examples: Record<string, { value?: unknown }> | undefined) {
  const [first] = Object.values(examples ?? {});
  return first?.value === undefined
    ? ''
    : html`<pre tabindex="0"><code>${JSON.stringify(first.value, null, 2)}</code></pre>`;
}
