import { html } from 'hono/html';
import { readPage, readRows } from '../../../api/http/page.ts';
import { createPlan } from '../../../api/operations/create-plan.ts';
import { updatePlan } from '../../../api/operations/update-plan.ts';
import type { PlanRow } from '../../../domain/customers/plan.ts';
import { act, confirm } from '../elements/confirm.ts';
import { field, formStart } from '../elements/field.ts';
import { badge, code, number, time } from '../elements/format.ts';
import { pager } from '../elements/pager.ts';
import { table } from '../elements/table.ts';
import type { Action, Markup, Page, PageContext } from '../request/page-context.ts';
import { callOperation } from './call-operation.ts';

const PATH = '/dashboard/plans';

export const plans: Page = {
  path: PATH,
  section: 'plans',
  async render(context) {
    const { portal, storeId, query } = context;
    const rows = portal.db.selectFrom('plans').selectAll().where('store_id', '=', storeId);
    const { data, next_cursor } = await readRows(rows, readPage(query, 'pln_'), 'id');
    return {
      title: 'Plans',
      content: html`<h1>Plans</h1>
<p class="lead">What your shoppers may use each 30 days. A plan that is switched off takes nobody new; whoever has it keeps it.</p>
${table<PlanRow>(
  'Plans',
  [
    {
      title: 'Plan',
      cell: (row) =>
        html`${row.name}<span class="ids">${code(row.id)}${row.external_id !== null && code(row.external_id)}</span>`,
    },
    { title: 'Try-ons', figure: true, cell: (row) => number(row.monthly_try_ons) },
    { title: 'State', leads: true, cell: ({ active }) => (active ? badge('Active', 'good') : badge('Off')) },
    { title: 'Changed (UTC)', cell: (row) => time(row.updated_at) },
    { title: 'Change', wide: true, cell: (row) => change(context, row) },
  ],
  data,
  { empty: 'No plans yet. Make the first below.' },
)}
${pager(PATH, query, next_cursor)}
<section class="panel"><h2>New plan</h2><form class="fields" method="post" action="${PATH}">${formStart(context, 'create')}
${field(context, 'create', { name: 'name', label: 'Name', required: true, maxlength: 80 })}
${field(context, 'create', { name: 'monthlyTryOns', label: 'Try-ons in 30 days', type: 'number', required: true, min: 1, max: 1_000_000 })}
${field(context, 'create', { name: 'externalId', label: 'Your own id (optional)', maxlength: 255, hint: 'With an id that exists, that plan is changed instead.' })}
<button class="main">Create plan</button></form></section>`,
    };
  },
};

function change(context: PageContext, row: PlanRow): Markup {
  const form = `plan-${row.id}`;
  const open = context.failed?.form.name === form;
  const switched = `${PATH}/${row.id}/${row.active ? 'off' : 'on'}`;
  return html`<div class="acts"><details class="edit" name="open"${open && html` open`}><summary aria-label="Edit ${row.name}">Edit</summary>
<form class="fields" method="post" action="${PATH}/${row.id}">${formStart(context, form)}
${field(context, form, { name: 'name', label: 'Name', value: row.name, required: true, maxlength: 80 })}
${field(context, form, { name: 'monthlyTryOns', label: 'Try-ons in 30 days', type: 'number', value: row.monthly_try_ons, required: true, min: 1, max: 1_000_000 })}
<button class="main">Save</button></form></details>
${
  row.active
    ? confirm(context, {
        action: switched,
        label: 'Switch off',
        about: row.name,
        question: 'Nobody new will get this plan.',
      })
    : act(context, switched, 'Switch on', row.name)
}</div>`;
}

export const planActions: readonly Action[] = [
  {
    path: PATH,
    page: plans,
    async perform(context, form) {
      const body = {
        name: form.text('name'),
        monthlyTryOns: form.number('monthlyTryOns'),
        ...(form.optional('externalId') && { externalId: form.text('externalId') }),
      };
      const { status, body: plan } = await callOperation(context, createPlan, { body });
      return { to: PATH, notice: `${plan.name} was ${status === 201 ? 'created' : 'changed'}.` };
    },
  },
  {
    path: `${PATH}/:id`,
    page: plans,
    async perform(context, form) {
      const body = { name: form.text('name'), monthlyTryOns: form.number('monthlyTryOns') };
      const { body: plan } = await callOperation(context, updatePlan, { params: context.params, body });
      return { to: PATH, notice: `${plan.name} was changed.` };
    },
  },
  ...(['on', 'off'] as const).map(
    (state): Action => ({
      path: `${PATH}/:id/${state}`,
      page: plans,
      async perform(context) {
        const body = { active: state === 'on' };
        const { body: plan } = await callOperation(context, updatePlan, { params: context.params, body });
        return { to: PATH, notice: `${plan.name} was switched ${state}.` };
      },
    }),
  ),
];
