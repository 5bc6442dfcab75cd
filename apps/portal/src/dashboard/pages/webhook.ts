import { html } from 'hono/html';
import { readPage, toPage } from '../../http/page.ts';
import { findEndpoint } from '../../webhooks/endpoint.ts';
import type { DeliveryRow, DeliveryStatus, EndpointRow } from '../../webhooks/tables.ts';
import { pager } from '../elements/pager.ts';
import { facts, table } from '../elements/table.ts';
import { badge, code, time } from '../elements/words.ts';
import type { Action, Markup, Page, Visit } from '../visit.ts';
import { endpointControlActions, endpointControls } from './endpoint-controls.ts';
import { stateOf } from './webhooks.ts';

const SHOWN = '25';
const STATUSES: readonly DeliveryStatus[] = ['pending', 'delivered', 'dead'];

export const webhook: Page = {
  path: '/dashboard/webhooks/:id',
  section: 'webhooks',
  async render(visit) {
    const endpoint = await findEndpoint(visit.portal.db, visit.storeId, visit.params.id ?? '');
    return {
      title: endpoint.url,
      content: html`<p class="crumbs"><a href="/dashboard/webhooks">Webhooks</a></p>
<h1 class="id">${endpoint.url}</h1>
${facts([
  ['State', stateOf(endpoint)],
  ['Failing since', time(endpoint.failing_since)],
  ['Id', code(endpoint.id)],
  ['Description', endpoint.description ?? '–'],
  [
    'Events',
    endpoint.events[0] === '*' ? 'All' : html`${endpoint.events.map((type) => html`<code>${type}</code> `)}`,
  ],
  ['Changed', time(endpoint.updated_at)],
])}
${await deliveries(visit, endpoint)}
${endpointControls(visit, endpoint)}`,
    };
  },
};

async function deliveries({ portal, storeId, query }: Visit, endpoint: EndpointRow): Promise<Markup> {
  const path = `/dashboard/webhooks/${endpoint.id}`;
  const cursor = query.get('cursor');
  const page = readPage(new URLSearchParams({ limit: SHOWN, ...(cursor !== null && { cursor }) }), 'whd_');
  const status = STATUSES.find((each) => each === query.get('status'));
  let rows = portal.db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('endpoint_id', '=', endpoint.id)
    .orderBy('id', 'desc')
    .limit(page.limit + 1);
  if (status) rows = rows.where('status', '=', status);
  if (page.after !== undefined) rows = rows.where('id', '<', page.after);
  const { data, next_cursor } = toPage(
    await rows.execute(),
    page,
    ({ id }) => id,
    (row) => row,
  );
  const choices: [string, string, boolean][] = [
    ['All', path, status === undefined],
    ...STATUSES.map((each): [string, string, boolean] => [
      toLabel(each),
      `${path}?status=${each}`,
      status === each,
    ]),
  ];
  return html`<section><div class="head"><h2>Deliveries</h2><nav class="spans" aria-label="Deliveries shown"><ul>${choices.map(
    ([label, href, current]) =>
      html`<li><a href="${href}"${current && html` aria-current="true"`}>${label}</a></li>`,
  )}</ul></nav></div>
${table<DeliveryRow>(
  'Deliveries, the newest first',
  [
    { title: 'Event', cell: (row) => html`<a href="${path}/deliveries/${row.id}">${row.event_type}</a>` },
    { title: 'State', leads: true, cell: deliveryState },
    { title: 'Attempts', figure: true, cell: (row) => row.attempts_in_all },
    { title: 'Last answer', cell: (row) => row.last_status_code ?? row.last_error ?? '–' },
    { title: 'Next', cell: (row) => (row.held ? 'When switched on' : time(row.next_attempt_at)) },
    { title: 'Queued', cell: (row) => time(row.created_at) },
  ],
  data,
  { empty: status ? html`None. <a href="${path}">Show all</a>` : 'Nothing was sent yet.' },
)}
${pager(path, query, next_cursor)}</section>`;
}

export function deliveryState({ status }: DeliveryRow): Markup {
  return badge(toLabel(status), status === 'delivered' ? 'good' : status === 'dead' ? 'bad' : 'warn');
}

function toLabel(status: string): string {
  return status.charAt(0).toUpperCase() + status.slice(1);
}

export const webhookActions: readonly Action[] = endpointControlActions(webhook);
