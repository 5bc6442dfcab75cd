import { html } from 'hono/html';
import type { Selectable } from 'kysely';
import { replayWebhookDelivery } from '../../../api/operations/replay-webhook-delivery.ts';
import { toEnvelope } from '../../../domain/outbox.ts';
import { findEndpoint } from '../../../domain/webhooks/endpoint.ts';
import { ApiError } from '../../../foundation/api-error.ts';
import type { WebhookAttemptsTable } from '../../../storage/tables/webhooks.ts';
import { act } from '../elements/confirm.ts';
import { badge, code, exactTime, moment, number } from '../elements/format.ts';
import { facts, table } from '../elements/table.ts';
import type { Action, Page } from '../request/page-context.ts';
import { callOperation } from './call-operation.ts';
import { deliveryState } from './webhook.ts';

type Attempt = Selectable<WebhookAttemptsTable>;

const SHOWN = 100;

export const delivery: Page = {
  path: '/dashboard/webhooks/:id/deliveries/:deliveryId',
  section: 'webhooks',
  async render(context) {
    const { portal, storeId, params } = context;
    const { db } = portal;
    const endpoint = await findEndpoint(db, storeId, params.id ?? '');
    const row = await db
      .selectFrom('webhook_deliveries')
      .selectAll()
      .where('store_id', '=', storeId)
      .where('endpoint_id', '=', endpoint.id)
      .where('id', '=', params.deliveryId ?? '')
      .executeTakeFirst();
    if (!row) throw new ApiError('not_found');
    const event = await db
      .selectFrom('outbox')
      .selectAll()
      .where('store_id', '=', storeId)
      .where('id', '=', row.event_id)
      .executeTakeFirst();
    const attempts = await db
      .selectFrom('webhook_attempts')
      .selectAll()
      .where('store_id', '=', storeId)
      .where('delivery_id', '=', row.id)
      .orderBy('n', 'desc')
      .limit(SHOWN)
      .execute();
    const path = `/dashboard/webhooks/${endpoint.id}`;
    const body = event && toEnvelope(event);
    return {
      title: row.event_type,
      content: html`<p class="crumbs"><a href="/dashboard/webhooks">Webhooks</a> <a class="url" href="${path}">${endpoint.url}</a></p>
<h1>${row.event_type}</h1>
${facts([
  ['State', deliveryState(row)],
  ['Delivery', code(row.id)],
  ['Event', code(row.event_id)],
  ['Queued', moment(row.created_at)],
  ['Delivered', moment(row.delivered_at)],
  ['Next attempt', row.held ? 'When the endpoint is switched on' : moment(row.next_attempt_at)],
])}
<div class="acts">${act(context, `${path}/deliveries/${row.id}/replay`, row.status === 'pending' ? 'Try now' : 'Replay')}</div>
<section><h2>Attempts</h2>${table<Attempt>(
        'Attempts, the newest first',
        [
          { title: 'Attempt', cell: ({ n }) => n },
          { title: 'Time (UTC)', bare: true, cell: ({ at }) => exactTime(at) },
          {
            title: 'Answer',
            leads: true,
            cell: ({ status_code }) =>
              status_code === null ? 'None' : badge(String(status_code), status_code < 300 ? 'good' : 'bad'),
          },
          { title: 'What happened', wide: true, cell: ({ error }) => error ?? 'Taken' },
          { title: 'Took', figure: true, cell: (each) => `${number(each.duration_ms)} ms` },
        ],
        attempts,
        { empty: 'Not attempted yet.' },
      )}</section>
<section><h2>Body</h2><pre tabindex="0" role="region" aria-label="Body of the event"><code>${JSON.stringify(body, null, 2)}</code></pre></section>`,
    };
  },
};

export const deliveryActions: readonly Action[] = [
  {
    path: `${delivery.path}/replay`,
    page: delivery,
    async perform(context) {
      const { id = '', deliveryId = '' } = context.params;
      await callOperation(context, replayWebhookDelivery, { params: { id, deliveryId } });
      const to = `/dashboard/webhooks/${encodeURIComponent(id)}/deliveries/${encodeURIComponent(deliveryId)}`;
      return { to, notice: 'The delivery is queued again.' };
    },
  },
];
