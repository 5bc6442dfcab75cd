import { html } from 'hono/html';
import { updateCustomer } from '../../../api/operations/update-customer.ts';
import { type CustomerRow, findCustomer } from '../../../domain/customers/customer.ts';
import type { CustomerStatus } from '../../../storage/schema.ts';
import { checkbox, field, formStart } from '../elements/field.ts';
import type { Action, Markup, Page, PageContext } from '../request/page-context.ts';
import { callOperation } from './call-operation.ts';
import { toLabel } from './customers.ts';
import { STATUSES } from './find-customers.ts';

const MOST_PLANS = 200;

/** Plan, status, email, and the start of a new period. */
export async function changeForm(context: PageContext, row: CustomerRow): Promise<Markup> {
  const plans = context.portal.db
    .selectFrom('plans')
    .select(['id', 'name'])
    .where('store_id', '=', context.storeId);
  // The customer's own is always there, switched off or older than the others: else saving would take it away.
  const own = await plans.where('id', '=', row.plan_id).execute();
  const others = await plans
    .where('active', '=', true)
    .where('id', '<>', row.plan_id ?? '')
    .orderBy('id', 'desc')
    .limit(MOST_PLANS)
    .execute();
  return html`<section class="panel"><h2>Change</h2>
<form class="fields" method="post" action="/dashboard/customers/${row.id}">${formStart(context, 'change')}
${field(context, 'change', {
  name: 'planId',
  label: 'Plan',
  value: row.plan_id,
  choices: [['', 'None'], ...[...own, ...others].map(({ id, name }) => [id, name] as const)],
})}
${field(context, 'change', {
  name: 'status',
  label: 'Status',
  value: row.status,
  choices: STATUSES.map((each) => [each, toLabel(each)] as const),
  hint: 'Cancelled ends every session.',
})}
${field(context, 'change', { name: 'email', label: 'Email', type: 'email', value: row.email, maxlength: 254 })}
${checkbox('resetPeriod', 'change-reset', 'Begin a new period of 30 days now, with the whole allowance', false)}
<button class="main">Save</button></form></section>`;
}

export function changeActions(page: Page): Action[] {
  return [
    {
      path: page.path,
      page,
      async perform(context, form) {
        const { id = '' } = context.params;
        const { plan_id } = await findCustomer(context.portal.db, context.storeId, id);
        const planId = form.optional('planId') ?? null;
        const body = {
          // A plan that was switched off is kept by who has it, and given to nobody.
          ...(planId !== plan_id && { planId }),
          status: form.text('status') as CustomerStatus,
          email: form.optional('email') ?? null,
          ...(form.checked('resetPeriod') && { resetPeriod: true }),
        };
        await callOperation(context, updateCustomer, { params: { id }, body });
        return { to: `/dashboard/customers/${encodeURIComponent(id)}`, notice: 'The customer was saved.' };
      },
    },
  ];
}
