import { html } from 'hono/html';
import { readPage, readRows } from '../../../api/http/page.ts';
import { findEndpoint } from '../../../domain/webhooks/endpoint.ts';
import type { DeliveryRow, DeliveryStatus, EndpointRow } from '../../../storage/tables/webhooks.ts';
import { badge, code, moment, time } from '../elements/format.ts';
import { pager } from '../elements/pager.ts';
import { spans } from '../elements/spans.ts';
import { facts, table } from '../elements/table.ts';
import type { Action, Markup, Page, PageContext } from '../request/page-context.ts';
import { endpointControlActions, endpointControls } from './endpoint-controls.ts';
import { stateOf } from './webhooks.ts';

const SHOWN = 25;
const COUNTED = 100;
const STATUSES: readonly DeliveryStatus[] = ['pending', 'delivered', 'dead'];

export const webhook: Page = {
  path: '/dashboard/webhooks/:id',
  section: 'webhooks',
  async render(context) {
    const endpoint = await findEndpoint(context.portal.db, context.storeId, context.params.id ?? '');
    return {
      title: endpoint.url,
      content: html`<p class="crumbs"><a href="/dashboard/webhooks">Webhooks</a></p>
<h1 class="id">${endpoint.url}</h1>
${facts([
  ['State', stateOf(endpoint)],
  ['Failing since', moment(endpoint.failing_since)],
  ['Id', code(endpoint.id)],
  ['Description', endpoint.description ?? '–'],
  [
    'Events',
    endpoint.events[0] === '*' ? 'All' : html`${endpoint.events.map((type) => html`<code>${type}</code> `)}`,
  ],
  ['Changed', moment(endpoint.updated_at)],
])}
${!endpoint.active && html`<p class="hint">Nothing is sent to it. What is waiting is kept, and sent when it is switched on.</p>`}
${endpointControls(context, endpoint, await countDead(context, endpoint))}
${await deliveries(context, endpoint)}`,
    };
  },
};

async function deliveries({ portal, storeId, query }: PageContext, endpoint: EndpointRow): Promise<Markup> {
  const path = `/dashboard/webhooks/${endpoint.id}`;
  const status = STATUSES.find((each) => each === query.get('status'));
  let rows = portal.db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('endpoint_id', '=', endpoint.id);
  if (status) rows = rows.where('status', '=', status);
  const { data, next_cursor } = await readRows(rows, readPage(query, 'whd_', SHOWN), 'id');
  const choices: [string, string, boolean][] = [
    ['All', path, status === undefined],
    ...STATUSES.map((each): [string, string, boolean] => [
      toLabel(each),
      `${path}?status=${each}`,
      status === each,
    ]),
  ];
  return html`<section><div class="head"><h2>Deliveries</h2>${spans('Deliveries shown', choices)}</div>
${table<DeliveryRow>(
  'Deliveries, the newest first',
  [
    { title: 'Event', cell: (row) => html`<a href="${path}/deliveries/${row.id}">${row.event_type}</a>` },
    { title: 'State', leads: true, cell: deliveryState },
    { title: 'Attempts', figure: true, cell: (row) => row.attempts_in_all },
    { title: 'Last answer', cell: (row) => row.last_status_code ?? row.last_error ?? '–' },
    { title: 'Next (UTC)', cell: (row) => (row.held ? 'When switched on' : time(row.next_attempt_at)) },
    { title: 'Queued (UTC)', cell: (row) => time(row.created_at) },
  ],
  data,
  { empty: status ? html`None. <a href="${path}">Show all</a>` : 'Nothing was sent yet.' },
)}
${pager(path, query, next_cursor)}</section>`;
}

/** How many are dead, as far as a person would count. */
async function countDead({ portal, storeId }: PageContext, endpoint: EndpointRow): Promise<number> {
  const rows = await portal.db
    .selectFrom('webhook_deliveries')
    .select('id')
    .where('store_id', '=', storeId)
    .where('endpoint_id', '=', endpoint.id)
    .where('status', '=', 'dead')
    .limit(COUNTED + 1)
    .execute();
  return rows.length;
}

export function deliveryState({ status }: DeliveryRow): Markup {
  return badge(toLabel(status), status === 'delivered' ? 'good' : status === 'dead' ? 'bad' : 'warn');
}

function toLabel(status: string): string {
  return status.charAt(0).toUpperCase() + status.slice(1);
}

export const webhookActions: readonly Action[] = endpointControlActions(webhook);
