import type { EventEnvelopes, EventType } from '@genvoris/contract';
import type { Kysely } from 'kysely';
import { newId } from '../foundation/ids.ts';
import type { Schema } from '../storage/schema.ts';

/** An event as receivers get it (openapi/v1.yaml webhooks); `created` is Unix seconds. */
export function toEnvelope<Type extends string, Data>(row: {
  id: string;
  type: Type;
  created_at: Date;
  data: Data;
}): { id: string; type: Type; created: number; data: Data } {
  const { id, type, created_at, data } = row;
  return { id, type, created: Math.floor(created_at.getTime() / 1000), data };
}

/**
 * Writes an event into the outbox, in the caller's transaction: it is sent if and only if the change it
 * tells of is committed. Returns the event's id. (Debits write theirs in SQL, storage/migrations.)
 */
export async function emit<Type extends EventType>(
  trx: Kysely<Schema>,
  event: { storeId: string; type: Type; data: EventEnvelopes[Type]['data']; now: Date },
): Promise<string> {
  const id = newId('evt_', event.now);
  await trx
    .insertInto('outbox')
    .values({
      store_id: event.storeId,
      id,
      type: event.type,
      created_at: event.now,
      data: JSON.stringify(event.data),
    })
    .execute();
  return id;
}
