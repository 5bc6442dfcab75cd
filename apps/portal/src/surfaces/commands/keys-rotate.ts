import { PUBLISHED_BEFORE_MS } from '../../domain/sessions/signing-keys.ts';
import { say, withPortal } from './with-portal.ts';

export function rotateKeys(options: { clock?: string }): Promise<void> {
  return withPortal(options, async (portal) => {
    const { signs, retired, next, publishedFor } = await portal.signingKeys.rotate();
    say(`New tokens are signed with ${signs}.`);
    if (retired !== undefined) say(`${retired} no longer signs; what it signed verifies until it expires.`);
    say(`${next} is published as the next key.`);
    if (publishedFor < PUBLISHED_BEFORE_MS) {
      const minutes = Math.floor(publishedFor / 60_000);
      say(
        `Note: ${signs} had been published for ${minutes} minutes only, not a day. Others who verify tokens and keep the key set will read it again at the first unknown key.`,
      );
    }
  });
}
