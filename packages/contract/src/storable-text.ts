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

/**
 * JSON pointer to the first text or key of a JSON value that cannot be kept, for a key to the object that has it;
 * undefined if all can. It walks by recursion: bound the depth of the value before.
 *
 * @see openapi/README.md
 * @example unstorableAt({ email: 'a\0b' }) // '/email'
 */
export function unstorableAt(value: unknown, pointer = ''): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : pointer;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (!isStorable(key)) return pointer;
    const found = unstorableAt(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
