/** Both HMAC keys of one secret. */
export interface SigningKeys {
  /** For `X-Genvoris-Signature`: the secret's text as shown in the dashboard, prefix and all. */
  documented: Buffer;
  /** For Standard Webhooks: the bytes behind `whsec_`; the text itself for a secret that is none of ours. */
  standard: Buffer;
}

/** One secret, or several while one is being rotated; what is blank or absent in a list is passed over. */
export type WebhookSecrets = string | readonly (string | undefined)[];

const PREFIX = 'whsec_';
const OUTSIDE_BASE64 = /^[!-~]*[^\sA-Za-z0-9+/=][!-~]*$/;

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
  // A secret of the store's own may begin like ours. Two in one text are a list that was joined.
  if (OUTSIDE_BASE64.test(encoded) && !encoded.includes(PREFIX)) return { documented, standard: documented };
  const standard = Buffer.from(encoded, 'base64');
  // What decodes alike is another text, and the text is the key of the documented style.
  if (standard.byteLength === 0 || standard.toString('base64') !== encoded) {
    throw new TypeError(
      'secret: what follows "whsec_" must be base64, unchanged and of one secret; several are a list',
    );
  }
  return { documented, standard };
}
