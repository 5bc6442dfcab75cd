import { hash } from 'node:crypto';

/**
 * A digest of fixed length for what others name, such as order ids and keys: databases compare texts by their own
 * rules and limit what they index.
 */
export function digest(kind: string, ...parts: readonly string[]): string {
  return hash('sha256', JSON.stringify([kind, ...parts]), 'base64url');
}

/** A text that every database takes: PostgreSQL knows no NUL, none a half of a surrogate pair. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
