import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Seals secrets that are kept in the database. */
export interface Vault {
  /** `purpose` separates keys: what was sealed for one purpose does not open for another. */
  seal(purpose: string, text: string): string;
  /** @throws SealedSecretError if no secret at hand opens it, or it was tampered with. */
  open(purpose: string, sealed: string): string;
  /** A text derived from the secret, the same at every start. */
  derive(purpose: string): string;
}

/** A sealed record that cannot be opened; `keyId` names the secret it needs. */
export class SealedSecretError extends Error {
  readonly code = 'sealed_secret_unreadable';
  readonly keyId: string;
  constructor(keyId: string, options?: ErrorOptions) {
    super(
      `A record is sealed with the secret ${keyId}, which is neither GENVORIS_SECRET nor among GENVORIS_PREVIOUS_SECRETS`,
      options,
    );
    this.name = 'SealedSecretError';
    this.keyId = keyId;
  }
}

/** AES-256-GCM under keys derived (HKDF, RFC 5869) from `secret`; the previous secrets still open. */
export function createVault(secret: string, previous: readonly string[] = []): Vault {
  const secrets = new Map([secret, ...previous].map((each) => [secretId(each), each]));
  const current = secretId(secret);

  function keyOf(from: string, purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', from, 'genvoris-portal', purpose, 32));
  }
  return {
    seal(purpose, text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `v1.${current}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(purpose, sealed) {
      const [version, keyId = '', encoded = '', ...more] = sealed.split('.');
      const from = secrets.get(keyId);
      const bytes = Buffer.from(encoded, 'base64url');
      // Some records travel, as cookies and form fields: what decodes alike is not what was sealed.
      const canonical = bytes.toString('base64url') === encoded && more.length === 0;
      if (version !== 'v1' || from === undefined || !canonical) throw new SealedSecretError(keyId);
      try {
        const decipher = createDecipheriv('aes-256-gcm', keyOf(from, purpose), bytes.subarray(0, 12), {
          authTagLength: 16,
        });
        decipher.setAuthTag(bytes.subarray(12, 28));
        return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
      } catch (cause) {
        throw new SealedSecretError(keyId, { cause });
      }
    },
    derive(purpose) {
      return keyOf(secret, purpose).toString('base64url');
    },
  };
}

/** Says which secret a record needs without saying anything about the secret. */
function secretId(secret: string): string {
  return createHash('sha256').update('genvoris-secret-id').update(secret).digest('base64url').slice(0, 8);
}
