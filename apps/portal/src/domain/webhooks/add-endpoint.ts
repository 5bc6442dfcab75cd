import type { Kysely } from 'kysely';
import { invalidField } from '../../foundation/api-error.ts';
import { newId } from '../../foundation/ids.ts';
import type { Vault } from '../../foundation/vault.ts';
import type { Schema } from '../../storage/schema.ts';
import type { EndpointRow } from '../../storage/tables/webhooks.ts';
import { lockStore } from '../stores/lock-store.ts';
import { newSecret, sealSecret } from './secret.ts';

const MOST = 20;

export interface NewEndpoint {
  readonly storeId: string;
  readonly url: string;
  /** A secret of the store's own; absent, one is made. */
  readonly secret?: string | undefined;
  readonly events?: readonly string[] | undefined;
  readonly description?: string | null | undefined;
  readonly active?: boolean | undefined;
}

/**
 * Registers an endpoint; the secret is in the answer and, sealed, in the database.
 *
 * @throws ApiError `invalid_body` if the store has 20 already
 */
export async function addEndpoint(
  trx: Kysely<Schema>,
  vault: Vault,
  wanted: NewEndpoint,
  now: Date,
): Promise<{ row: EndpointRow; secret: string }> {
  const { storeId } = wanted;
  // Two at once would both count 19.
  await lockStore(trx, storeId);
  const { count } = await trx
    .selectFrom('webhook_endpoints')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('store_id', '=', storeId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= MOST) throw invalidField('', `a store has at most ${MOST} webhook endpoints`);
  const secret = wanted.secret ?? newSecret();
  const row = await trx
    .insertInto('webhook_endpoints')
    .values({
      store_id: storeId,
      id: newId('we_', now),
      url: wanted.url,
      events: [...(wanted.events ?? ['*'])],
      description: wanted.description ?? null,
      active: wanted.active ?? true,
      secret_sealed: sealSecret(vault, secret),
      created_at: now,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { row, secret };
}
