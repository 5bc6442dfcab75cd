import { randomBytes } from 'node:crypto';
import { signWebhook } from '@genvoris/node/webhooks';
import { invalidField } from '../../foundation/api-error.ts';
import type { Vault } from '../../foundation/vault.ts';
import type { EndpointRow } from '../../storage/tables/webhooks.ts';

const PURPOSE = 'webhook-secret';

/** 256 bits; the text is what `X-Genvoris-Signature` is keyed with, the bytes are what Standard Webhooks uses. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** Refuses a secret of a store's own that deliveries could not be signed with. @throws ApiError `invalid_body` */
export function requireSigning(secret: string): void {
  try {
    signWebhook('', { id: 'evt_0', type: 'webhook.test', delivery: 'whd_0' }, secret);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // The message names the rule and never quotes the secret.
    throw invalidField('/secret', error.message.replace(/^secret: /, ''));
  }
}

export function sealSecret(vault: Vault, secret: string): string {
  return vault.seal(PURPOSE, secret);
}

/**
 * The secrets that sign now, the newest first, as `signWebhook` wants them.
 *
 * @throws SealedSecretError
 */
export function signingSecrets(
  vault: Vault,
  row: Pick<EndpointRow, 'secret_sealed' | 'previous_secret_sealed' | 'previous_secret_until'>,
  now: Date,
): string[] {
  const secrets = [vault.open(PURPOSE, row.secret_sealed)];
  const overlap = row.previous_secret_until !== null && row.previous_secret_until > now;
  if (overlap && row.previous_secret_sealed !== null)
    secrets.push(vault.open(PURPOSE, row.previous_secret_sealed));
  return secrets;
}
