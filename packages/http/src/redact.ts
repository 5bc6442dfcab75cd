const KEYS = /gvk_[A-Za-z]+_[\w.-]+|whsec_[\w+/=-]+/g;
// Tried once for each word, and only where two dots follow: from each `eyJ` on it would take the square of a text's length.
const TOKENS = /(?<![\w-])(?=[\w-]+\.[\w-]+\.)([\w-]*?)eyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const CREDENTIALS = /\b(bearer|basic)\s+[^\s"',;]+/gi;

/** Takes the secrets out of a text that somebody else wrote. */
export type Redact = (text: string) => string;

/**
 * A server may quote a key in its message, and a message ends up in logs. Beside the given secrets, any
 * text that looks like a key or a session token goes.
 *
 * @param options.credentials whether what stands behind "bearer" or "basic" goes too: right for a log of ours, too
 *   much for a sentence that may speak of a basic plan
 */
export function createRedact(
  secrets: readonly (string | undefined)[],
  { credentials = false }: { credentials?: boolean } = {},
): Redact {
  const forms = secrets.flatMap((secret) => (secret ? [secret, encodeURIComponent(secret)] : []));
  return (text) => {
    let clean = text;
    for (const form of forms) clean = clean.replaceAll(form, '[redacted]');
    clean = clean.replace(KEYS, '[redacted]').replace(TOKENS, '$1[redacted]');
    return credentials ? clean.replace(CREDENTIALS, '$1 [redacted]') : clean;
  };
}
