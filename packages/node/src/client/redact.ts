const KEYS = /gvk_(?:live|test)_[A-Za-z0-9._-]+/g;
const JWTS = /eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*/g;

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
    return clean.replace(KEYS, '[redacted]').replace(JWTS, '[redacted]');
  };
}
