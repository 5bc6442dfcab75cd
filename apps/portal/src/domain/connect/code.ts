import { createHash, randomBytes } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import type { ConnectCodesTable } from '../../storage/tables/connect.ts';
import type { ConnectRequest } from './connect-request.ts';
import { siteOf } from './connect-request.ts';

const LIFETIME_MS = 10 * 60_000;

/** Makes the one-time code of an allowed request; only its hash is kept. */
export async function issueCode(
  trx: Kysely<Schema>,
  storeId: string,
  request: ConnectRequest,
  now: Date,
): Promise<string> {
  const code = `gvc_${randomBytes(24).toString('base64url')}`;
  await trx
    .insertInto('connect_codes')
    .values({
      store_id: storeId,
      code_hash: sha256(code),
      state_hash: sha256(request.state),
      return_url: request.returnUrl,
      site_url: siteOf(request.siteUrl),
      site_name: request.siteName,
      plugin_version: request.pluginVersion,
      created_at: now,
      expires_at: new Date(now.getTime() + LIFETIME_MS),
      used_at: null,
    })
    .execute();
  return code;
}

/**
 * Uses a code up, if it is fresh; undefined if it is unknown, expired, used, or bound to something else. A
 * wrong `state` or `return_url` uses it up as well: a caller who has the code without them is not who asked.
 */
export async function useCode(
  trx: Kysely<Schema>,
  given: { code: string; state: string; returnUrl: string },
  now: Date,
): Promise<Selectable<ConnectCodesTable> | undefined> {
  const row = await trx
    .updateTable('connect_codes')
    .set({ used_at: now })
    .where('code_hash', '=', sha256(given.code))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();
  const bound = row && row.state_hash === sha256(given.state) && row.return_url === given.returnUrl;
  return bound ? row : undefined;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
