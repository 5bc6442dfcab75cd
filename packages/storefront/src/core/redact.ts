const KEY = /gvk_[A-Za-z]+_[\w.-]+/g;
// Tried once for each word, and only where two dots follow: from each `eyJ` on it would take the square of a text's length.
const TOKEN = /(?<![\w-])(?=[\w-]+\.[\w-]+\.)([\w-]*?)eyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const BEARER = /\b(bearer|basic)\s+[^\s"',;]+/gi;

/** Takes keys and tokens out of a text that is meant for a log; `secrets` are those known by value. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) clean = clean.replaceAll(secret, '[redacted]');
  return clean.replace(KEY, '[redacted]').replace(TOKEN, '$1[redacted]').replace(BEARER, '$1 [redacted]');
}
