/**
 * Returns whether a text can be sent and kept: PostgreSQL has no NUL, and UTF-8 no half of a surrogate pair. The portal
 * refuses a JSON body with any other text in it as `invalid_body`.
 *
 * @see openapi/README.md
 * @example isStorable('half of a pair: \\ud83e') // false
 */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
