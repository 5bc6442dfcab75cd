import { endSession, NO_SESSION_COOKIE } from '../../../domain/merchants/end-session.ts';
import type { MerchantSession } from '../../../domain/merchants/merchant-session.ts';
import type { Portal } from '../../../runtime/portal.ts';
import { redirect } from '../frame/answer.ts';
import { NO_FLASH_COOKIE } from '../request/flash.ts';

export async function signOut(portal: Portal, session: MerchantSession): Promise<Response> {
  await endSession(portal.db, session, portal.clock.now());
  return redirect('/login', [NO_SESSION_COOKIE, NO_FLASH_COOKIE]);
}
