import { EVENT_TYPES, type EventType } from '@genvoris/contract';
import { html } from 'hono/html';
import { createWebhookEndpoint } from '../../../api/operations/create-webhook-endpoint.ts';
import type { EndpointRow } from '../../../storage/tables/webhooks.ts';
import { checkbox, field, formStart } from '../elements/field.ts';
import { badge, plural, time } from '../elements/format.ts';
import { table } from '../elements/table.ts';
import type { Form } from '../request/form.ts';
import type { Action, Markup, Page, PageContext } from '../request/page-context.ts';
import { callOperation } from './call-operation.ts';

const PATH = '/dashboard/webhooks';

export const webhooks: Page = {
  path: PATH,
  section: 'webhooks',
  async render(context) {
    const rows = await context.portal.db
      .selectFrom('webhook_endpoints')
      .selectAll()
      .where('store_id', '=', context.storeId)
      .orderBy('id', 'desc')
      .execute();
    return {
      title: 'Webhooks',
      content: html`<h1>Webhooks</h1>
<p class="lead">Where this store's events go, signed, at least once each.</p>
${table<EndpointRow>(
  'Endpoints',
  [
    { title: 'Endpoint', cell: (row) => html`<a class="url" href="${PATH}/${row.id}">${row.url}</a>` },
    { title: 'Events', cell: ({ events }) => (events[0] === '*' ? 'All' : plural(events.length, 'type')) },
    { title: 'State', leads: true, cell: (row) => stateOf(row) },
    { title: 'Added (UTC)', cell: (row) => time(row.created_at) },
  ],
  rows,
  { empty: 'No endpoints yet.' },
)}
<section class="panel"><h2>New endpoint</h2><form class="fields" method="post" action="${PATH}">${formStart(context, 'create')}
${field(context, 'create', { name: 'url', label: 'URL', type: 'url', required: true, maxlength: 2048, hint: 'https, at a public address.' })}
${field(context, 'create', { name: 'secret', label: 'Signing secret (optional)', type: 'password', minlength: 16, maxlength: 255, autocomplete: 'off', hint: 'One that the receiver knows already. Left empty, one is made and shown once.' })}
${field(context, 'create', { name: 'description', label: 'Description (optional)', maxlength: 255 })}
${eventChoice(context, 'create', ['*'])}
<button class="main">Add endpoint</button></form></section>`,
    };
  },
};

export function stateOf({ active, failing_since }: EndpointRow): Markup {
  if (!active) return badge('Off');
  return failing_since ? badge('Failing', 'bad') : badge('Active', 'good');
}

/** Which events an endpoint wants; none ticked is all of them. */
export function eventChoice(context: PageContext, form: string, chosen: readonly string[]): Markup {
  const failed = context.failed?.form.name === form ? context.failed.form : undefined;
  const ticked = failed ? failed.all('events') : chosen;
  return html`<fieldset><legend>Events</legend><p class="hint">None ticked sends all, those to come included.</p>
<div class="ticks">${EVENT_TYPES.map((type) => checkbox('events', `${form}-${type.replace('.', '-')}`, html`<code>${type}</code>`, ticked.includes(type), type))}</div></fieldset>`;
}

export function readEvents(form: Form): EventType[] | ['*'] {
  const events = form.all('events') as EventType[];
  return events.length === 0 ? ['*'] : events;
}

export const endpointActions: readonly Action[] = [
  {
    path: PATH,
    page: webhooks,
    async perform(context, form) {
      const body = {
        url: form.text('url'),
        events: readEvents(form),
        ...(form.optional('secret') && { secret: form.text('secret') }),
        ...(form.optional('description') && { description: form.text('description') }),
      };
      const { body: endpoint } = await callOperation(context, createWebhookEndpoint, { body });
      return {
        to: `${PATH}/${endpoint.id}`,
        notice: 'The endpoint was added.',
        ...(endpoint.secret !== undefined && {
          secret: { label: 'Its signing secret', value: endpoint.secret },
        }),
      };
    },
  },
];
