import { createHash } from 'node:crypto';

/**
 * What a widget session is kept as, in the form of a UUID: of one size whatever the caller sends, and nothing that
 * leads back to the browser.
 */
export function sessionKey(sessionId: string): string {
  const hex = createHash('sha256').update(sessionId).digest('hex').slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
