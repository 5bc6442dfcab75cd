const KEYS = /gvk_(?:live|test)_[A-Za-z0-9._-]+/g;
// Tried once for each word, and only where two dots follow: from each `eyJ` on it would take the square of a text's length.
const JWTS = /(?<![\w-])(?=[\w-]+\.[\w-]+\.)([\w-]*?)eyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/** Takes the secrets out of a text that somebody else wrote. */
export type Redact = (text: string) => string;

/**
 * A server may quote a key in its message, and a message ends up in logs. Beside the given secrets, any
 * text that looks like a key or a session token goes.
 */
export function createRedact(secrets: readonly (string | undefined)[]): Redact {
  const forms = secrets.flatMap((secret) => (secret ? [secret, encodeURIComponent(secret)] : []));
  return (text) => {
    let clean = text;
    for (const form of forms) clean = clean.replaceAll(form, '[redacted]');
    return clean.replace(KEYS, '[redacted]').replace(JWTS, '$1[redacted]');
  };
}
