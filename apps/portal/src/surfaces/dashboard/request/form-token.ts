import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MerchantSession } from '../../../domain/merchants/merchant-session.ts';
import type { Vault } from '../../../foundation/vault.ts';

/** What every form of a signed-in page carries: nobody else's page can know it, and it dies with the sign-in. */
export function formToken(vault: Vault, session: MerchantSession): string {
  return createHmac('sha256', vault.derive('dashboard-form')).update(session.id).digest('base64url');
}

export function isFormToken(vault: Vault, session: MerchantSession, given: string): boolean {
  const wanted = Buffer.from(formToken(vault, session));
  const bytes = Buffer.from(given);
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
}
