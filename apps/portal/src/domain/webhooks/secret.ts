import { randomBytes } from 'node:crypto';
import type { Vault } from '../../foundation/vault.ts';
import type { EndpointRow } from '../../storage/tables/webhooks.ts';

const PURPOSE = 'webhook-secret';

/** 256 bits; the text is what `X-Genvoris-Signature` is keyed with, the bytes are what Standard Webhooks uses. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
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
