/** Both HMAC keys of one secret. */
export interface SigningKeys {
  /** For `X-Genvoris-Signature`: the secret's text as shown in the dashboard, prefix and all. */
  documented: Buffer;
  /** For Standard Webhooks: the bytes behind `whsec_`; the text itself for a secret without the prefix. */
  standard: Buffer;
}

const PREFIX = 'whsec_';
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** @throws TypeError for a secret that cannot be one; it never quotes it */
function toSigningKeys(secret: string): SigningKeys {
  if (typeof secret !== 'string' || secret.length === 0) {
    throw new TypeError('secret: a webhook secret is a non-empty string');
  }
  const documented = Buffer.from(secret, 'utf8');
  if (!secret.startsWith(PREFIX)) return { documented, standard: documented };
  const encoded = secret.slice(PREFIX.length);
  if (encoded.length === 0 || !BASE64.test(encoded)) {
    throw new TypeError('secret: what follows "whsec_" must be base64');
  }
  return { documented, standard: Buffer.from(encoded, 'base64') };
}

export function toAllSigningKeys(secret: string | readonly string[]): SigningKeys[] {
  const secrets = typeof secret === 'string' ? [secret] : secret;
  if (!Array.isArray(secrets) || secrets.length === 0) {
    throw new TypeError('secret: give one webhook secret or a list of them');
  }
  return secrets.map(toSigningKeys);
}
