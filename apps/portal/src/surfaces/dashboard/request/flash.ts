import type { MerchantSession } from '../../../domain/merchants/merchant-session.ts';
import type { Vault } from '../../../foundation/vault.ts';

/** What one page tells the next, once. */
export interface Flash {
  readonly notice: string;
  /** A key or secret that is shown now and never again. */
  readonly secret?: { readonly label: string; readonly value: string };
}

const COOKIE = 'genvoris_flash';
const PURPOSE = 'dashboard-flash';
const LIFETIME_S = 60;

/** `Set-Cookie` for it: sealed, and bound to the sign-in. */
export function flashCookie(
  vault: Vault,
  { session, now, secure }: { session: MerchantSession; now: Date; secure: boolean },
  flash: Flash,
): string {
  const content = { ...flash, session: session.id, until: now.getTime() + LIFETIME_S * 1000 };
  const sealed = vault.seal(PURPOSE, JSON.stringify(content));
  return `${COOKIE}=${sealed}; Path=/dashboard; HttpOnly; SameSite=Lax; Max-Age=${LIFETIME_S}${secure ? '; Secure' : ''}`;
}

export const NO_FLASH_COOKIE = `${COOKIE}=; Path=/dashboard; HttpOnly; SameSite=Lax; Max-Age=0`;

export function readFlash(
  vault: Vault,
  session: MerchantSession,
  headers: Headers,
  now: Date,
): Flash | undefined {
  const sealed = new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(headers.get('cookie') ?? '')?.[1];
  if (sealed === undefined) return undefined;
  try {
    const content = JSON.parse(vault.open(PURPOSE, sealed)) as Flash & { session: string; until: number };
    return content.session === session.id && content.until > now.getTime() ? content : undefined;
  } catch {
    return undefined;
  }
}
