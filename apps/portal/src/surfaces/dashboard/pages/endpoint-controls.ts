import { html } from 'hono/html';
import { deleteWebhookEndpoint } from '../../../api/operations/delete-webhook-endpoint.ts';
import { rotateWebhookSecret } from '../../../api/operations/rotate-webhook-secret.ts';
import { testWebhookEndpoint } from '../../../api/operations/test-webhook-endpoint.ts';
import { updateWebhookEndpoint } from '../../../api/operations/update-webhook-endpoint.ts';
import { replayDead } from '../../../domain/webhooks/delivery.ts';
import { findEndpoint } from '../../../domain/webhooks/endpoint.ts';
import type { EndpointRow } from '../../../storage/tables/webhooks.ts';
import { act, confirm } from '../elements/confirm.ts';
import { field, formStart } from '../elements/field.ts';
import { number, plural } from '../elements/format.ts';
import type { Form } from '../request/form.ts';
import type { Action, Done, Markup, Page, PageContext } from '../request/page-context.ts';
import { callOperation } from './call-operation.ts';
import { eventChoice, readEvents } from './webhooks.ts';

/** What can be done with an endpoint. */
export function endpointControls(context: PageContext, row: EndpointRow, dead: number): Markup {
  const path = `/dashboard/webhooks/${row.id}`;
  const open = context.failed?.form.name === 'change';
  return html`<div class="acts">
${act(context, `${path}/test`, 'Send a test event')}
${
  dead > 0
    ? confirm(context, {
        action: `${path}/replay`,
        label: 'Replay all dead',
        about: 'deliveries of this endpoint',
        harmless: true,
        question: `${dead > 100 ? 'More than 100 deliveries are' : dead === 1 ? 'One delivery is' : `${number(dead)} deliveries are`} sent once more${row.active ? '' : ' as soon as the endpoint is switched on'}.`,
      })
    : ''
}
${act(context, `${path}/${row.active ? 'off' : 'on'}`, row.active ? 'Switch off' : 'Switch on')}
${confirm(context, {
  action: `${path}/rotate`,
  label: 'Rotate secret',
  about: 'of this endpoint',
  question: 'A new secret signs from now on; the old one signs too for a day.',
})}
${confirm(context, {
  action: `${path}/delete`,
  label: 'Delete',
  about: 'this endpoint',
  question: 'Its deliveries and their attempts are deleted too.',
})}
<details class="edit" name="open"${open && html` open`}><summary>Change</summary>
<form class="fields" method="post" action="${path}">${formStart(context, 'change')}
${field(context, 'change', { name: 'url', label: 'URL', type: 'url', value: row.url, required: true, maxlength: 2048 })}
${field(context, 'change', { name: 'description', label: 'Description', value: row.description, maxlength: 255 })}
${eventChoice(context, 'change', row.events)}
<button class="main">Save</button></form></details></div>`;
}

type Work = (
  context: PageContext,
  params: { id: string },
  form: Form,
) => Promise<Partial<Done> & { notice: string }>;

const WORKS: Readonly<Record<string, Work>> = {
  '': async (context, params, form) => {
    const body = {
      url: form.text('url'),
      description: form.optional('description') ?? null,
      events: readEvents(form),
    };
    await callOperation(context, updateWebhookEndpoint, { params, body });
    return { notice: 'The endpoint was saved.' };
  },
  '/test': async (context, params) => {
    await callOperation(context, testWebhookEndpoint, { params });
    return { notice: 'A test event is on its way.' };
  },
  '/replay': async ({ portal, storeId, now }, { id }) => {
    const count = await portal.db
      .transaction()
      .execute(async (trx) => replayDead(trx, await findEndpoint(trx, storeId, id, { lock: true }), now));
    return {
      notice:
        count === 0 ? 'No delivery was dead.' : `${plural(count, 'delivery', 'deliveries')} queued again.`,
    };
  },
  '/on': async (context, params) => {
    await callOperation(context, updateWebhookEndpoint, { params, body: { active: true } });
    return { notice: 'The endpoint was switched on.' };
  },
  '/off': async (context, params) => {
    await callOperation(context, updateWebhookEndpoint, { params, body: { active: false } });
    return { notice: 'The endpoint was switched off. What is waiting is kept for it.' };
  },
  '/rotate': async (context, params) => {
    const { body } = await callOperation(context, rotateWebhookSecret, { params, body: undefined });
    return {
      notice: 'The secret was rotated.',
      secret: { label: 'The new signing secret', value: body.secret },
    };
  },
  '/delete': async (context, params) => {
    await callOperation(context, deleteWebhookEndpoint, { params });
    return { to: '/dashboard/webhooks', notice: 'The endpoint was deleted.' };
  },
};

export function endpointControlActions(page: Page): Action[] {
  return Object.entries(WORKS).map(([suffix, work]) => ({
    path: `${page.path}${suffix}`,
    page,
    async perform(context, form) {
      const { id = '' } = context.params;
      return { to: `/dashboard/webhooks/${encodeURIComponent(id)}`, ...(await work(context, { id }, form)) };
    },
  }));
}
