/** Both HMAC keys of one secret. */
export interface SigningKeys {
  /** For `X-Genvoris-Signature`: the secret's text as UTF-8, prefix and all. */
  documented: Buffer;
  /** For Standard Webhooks: the bytes of the base64 behind `whsec_`; the text itself where there is none. */
  standard: Buffer;
}

/** One secret, or several while one is being rotated; what is blank or absent in a list is passed over. */
export type WebhookSecrets = string | readonly (string | undefined)[];

const PREFIX = 'whsec_';
/** Padded or not; four letters are three bytes, and one alone is none. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/;

/** @throws TypeError for a secret that cannot be one; it never quotes it */
export function toAllSigningKeys(secret: WebhookSecrets): SigningKeys[] {
  const secrets = Array.isArray(secret) ? secret.filter((each) => each != null) : [secret];
  if (!secrets.every((each) => typeof each === 'string')) {
    throw new TypeError('secret: give one webhook secret as text, or a list of them');
  }
  // A file or a variable adds a line break or a byte order mark at the ends; the portal makes none there.
  const given = secrets.map((each) => each.trim()).filter((each) => each !== '');
  if (given.length === 0) {
    throw new TypeError('secret: there is none; give the secret that the dashboard showed');
  }
  return given.map(toSigningKeys);
}

function toSigningKeys(secret: string): SigningKeys {
  const documented = Buffer.from(secret, 'utf8');
  if (!secret.startsWith(PREFIX)) return { documented, standard: documented };
  const encoded = secret.slice(PREFIX.length);
  if (encoded === '' || encoded.includes(PREFIX)) {
    throw new TypeError('secret: "whsec_" begins one secret and has something behind it; several are a list');
  }
  // A secret of the store's own may begin like ours and be no base64.
  return { documented, standard: BASE64.test(encoded) ? Buffer.from(encoded, 'base64') : documented };
}
