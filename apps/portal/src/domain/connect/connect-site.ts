import type { Kysely, Selectable } from 'kysely';
import type { Vault } from '../../foundation/vault.ts';
import type { Schema } from '../../storage/schema.ts';
import type { ConnectCodesTable } from '../../storage/tables/connect.ts';
import { addKey, changeKey } from '../stores/api-key.ts';
import { lockStore } from '../stores/lock-store.ts';
import { addEndpoint } from '../webhooks/add-endpoint.ts';

/** Where the plugin takes events. */
const WEBHOOK_PATH = '/wp-json/genvoris/v1/webhook';

/**
 * Gives a site a key of its own, for its domain, and a webhook endpoint. A site that was connected before
 * loses the key and the endpoint it had.
 */
export async function connectSite(
  trx: Kysely<Schema>,
  vault: Vault,
  code: Selectable<ConnectCodesTable>,
  now: Date,
): Promise<{ apiKey: string; webhookSecret: string }> {
  const { store_id: storeId, site_url, site_name, plugin_version } = code;
  // Two codes of one site at once would both find that it was not connected before.
  await lockStore(trx, storeId);
  const before = await trx
    .selectFrom('connected_sites')
    .select(['key_id', 'endpoint_id'])
    .where('store_id', '=', storeId)
    .where('site_url', '=', site_url)
    .executeTakeFirst();
  if (before) {
    await changeKey(trx, { storeId, id: before.key_id, revokedAt: now });
    await trx
      .deleteFrom('webhook_endpoints')
      .where('store_id', '=', storeId)
      .where('id', '=', before.endpoint_id)
      .execute();
  }
  const { host } = new URL(site_url);
  const key = await addKey(
    trx,
    { storeId, name: `${site_name} (WordPress)`, mode: 'live', allowedDomains: [host] },
    now,
  );
  const description = `${site_name} (WordPress)`.slice(0, 200);
  const endpoint = await addEndpoint(trx, vault, { storeId, url: site_url + WEBHOOK_PATH, description }, now);
  const site = { site_name, plugin_version, key_id: key.id, endpoint_id: endpoint.row.id, connected_at: now };
  await trx
    .insertInto('connected_sites')
    .values({ store_id: storeId, site_url, ...site })
    .onConflict((conflict) => conflict.columns(['store_id', 'site_url']).doUpdateSet(site))
    .execute();
  return { apiKey: key.key, webhookSecret: endpoint.secret };
}
