const KEY = /gvk_[A-Za-z]+_[\w.-]+/g;
const TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const BEARER = /\b(bearer|basic)\s+[^\s"',;]+/gi;

/** Takes keys and tokens out of a text that is meant for a log; `secrets` are those known by value. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) clean = clean.replaceAll(secret, '[redacted]');
  return clean.replace(KEY, '[redacted]').replace(TOKEN, '[redacted]').replace(BEARER, '$1 [redacted]');
}
