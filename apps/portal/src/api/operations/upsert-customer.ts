import { changeCustomer, requireActivePlan } from '../../domain/customers/change-customer.ts';
import { toCustomer } from '../../domain/customers/customer.ts';
import { inspectMetadata } from '../../domain/customers/metadata.ts';
import { checkOwnId } from '../../domain/customers/own-id.ts';
import { emit } from '../../domain/outbox.ts';
import { newId } from '../../foundation/ids.ts';
import { defineOperation } from './define.ts';

export const upsertCustomer = defineOperation(
  'upsertCustomer',
  async ({ db, store: { storeId }, body, now }) => {
    const found = db
      .selectFrom('customers')
      .selectAll()
      .where('store_id', '=', storeId)
      .where('external_id', '=', body.externalId);
    let before = await found.forNoKeyUpdate().executeTakeFirst();
    if (!before) {
      checkOwnId(body.externalId, '/externalId');
      if (body.planId != null) await requireActivePlan(db, storeId, body.planId);
      const created = await db
        .insertInto('customers')
        .values({
          store_id: storeId,
          id: newId('ec_', now),
          external_id: body.externalId,
          email: body.email ?? null,
          plan_id: body.planId ?? null,
          status: body.status ?? 'ACTIVE',
          metadata: JSON.stringify(body.metadata ?? {}),
          period_start: now,
          created_at: now,
          updated_at: now,
        })
        .onConflict((conflict) => conflict.columns(['store_id', 'external_id']).doNothing())
        .returningAll()
        .executeTakeFirst();
      if (created) {
        const customer = toCustomer(created);
        await emit(db, { storeId, type: 'end_customer.created', data: { customer }, now });
        return { status: 201, body: customer };
      }
      before = await found.forNoKeyUpdate().executeTakeFirstOrThrow();
    }
    const { externalId: _, ...change } = body;
    return { status: 200, body: toCustomer(await changeCustomer(db, before, change, now)) };
  },
  { inspect: inspectMetadata },
);
