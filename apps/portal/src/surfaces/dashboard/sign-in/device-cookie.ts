import { createHash, randomBytes } from 'node:crypto';
import { readCookie } from '../../../domain/merchants/merchant-session.ts';
import type { Vault } from '../../../foundation/vault.ts';

/** A browser that an account was signed in with. It opens nothing: it only is no stranger to the sign-in. */
export interface Device {
  /** Wrong passwords are counted for it alone: a cookie that was stolen makes no guess faster. */
  readonly id: string;
  readonly since: Date;
}

const PURPOSE = 'sign-in-device';
const LIFETIME_MS = 180 * 86_400_000;

/** `Set-Cookie` for this browser and account, another at every sign-in. See OWASP, device cookies. */
export function deviceCookie(
  vault: Vault,
  email: string,
  { now, secure }: { now: Date; secure: boolean },
): string {
  const content = [email, randomBytes(16).toString('base64url'), now.getTime()];
  const sealed = vault.seal(PURPOSE, JSON.stringify(content));
  return `${cookieName(email)}=${sealed}; Path=/login; HttpOnly; SameSite=Strict; Max-Age=${LIFETIME_MS / 1_000}${secure ? '; Secure' : ''}`;
}

/** The device that a request's cookie proves for the account, or undefined. */
export function readDevice(vault: Vault, headers: Headers, email: string, now: Date): Device | undefined {
  const sealed = readCookie(headers.get('cookie') ?? '', cookieName(email));
  if (sealed === undefined) return undefined;
  try {
    const [whose, id, since] = JSON.parse(vault.open(PURPOSE, sealed)) as [string, string, number];
    const fresh = since <= now.getTime() && now.getTime() < since + LIFETIME_MS;
    return whose === email && fresh ? { id, since: new Date(since) } : undefined;
  } catch {
    return undefined;
  }
}

/** One for each account, so that those who share a browser do not take it from each other. */
function cookieName(email: string): string {
  return `genvoris_device_${createHash('sha256').update(email).digest('base64url').slice(0, 12)}`;
}
