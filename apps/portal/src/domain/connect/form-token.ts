import { createHash, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Kysely } from 'kysely';
import type { Vault } from '../../foundation/vault.ts';
import type { Schema } from '../../storage/schema.ts';
import type { MerchantSession } from '../merchants/merchant-session.ts';
import type { ConnectRequest } from './connect-request.ts';

const PURPOSE = 'connect-form';
const LIFETIME_MS = 15 * 60_000;

interface Content {
  readonly request: ConnectRequest;
  /** The sign-in that saw the page. */
  readonly session: string;
  readonly nonce: string;
  readonly expires: number;
}

/**
 * The consent form's token: the request the page shows and who it was shown to, sealed. Nothing is stored
 * until the merchant decides, and nobody can put another request under the decision.
 */
export function makeFormToken(
  vault: Vault,
  session: MerchantSession,
  request: ConnectRequest,
  now: Date,
): string {
  const content: Content = {
    request,
    session: session.id,
    nonce: randomBytes(16).toString('base64url'),
    expires: now.getTime() + LIFETIME_MS,
  };
  return vault.seal(PURPOSE, deflateRawSync(JSON.stringify(content)).toString('base64'));
}

/** The request of a token that is fresh and this sign-in's, and uses it up; else undefined. */
export async function useFormToken(
  trx: Kysely<Schema>,
  vault: Vault,
  session: MerchantSession,
  token: string,
  now: Date,
): Promise<ConnectRequest | undefined> {
  const content = openToken(vault, token);
  if (!content || content.session !== session.id || content.expires <= now.getTime()) return undefined;
  const used = await trx
    .insertInto('connect_forms')
    .values({
      store_id: session.storeId,
      nonce_hash: createHash('sha256').update(content.nonce).digest('hex'),
      expires_at: new Date(content.expires),
    })
    .onConflict((conflict) => conflict.columns(['store_id', 'nonce_hash']).doNothing())
    .returning('nonce_hash')
    .executeTakeFirst();
  return used && content.request;
}

function openToken(vault: Vault, token: string): Content | undefined {
  try {
    const packed = Buffer.from(vault.open(PURPOSE, token), 'base64');
    return JSON.parse(inflateRawSync(packed, { maxOutputLength: 32_768 }).toString('utf8')) as Content;
  } catch {
    return undefined;
  }
}
