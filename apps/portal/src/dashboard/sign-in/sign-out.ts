import type { MerchantSession } from '../../connect/merchant-session.ts';
import type { Portal } from '../../portal.ts';
import { redirect } from '../answer.ts';
import { NO_FLASH_COOKIE } from '../flash.ts';
import { endSession, NO_SESSION_COOKIE } from './end-session.ts';

export async function signOut(portal: Portal, session: MerchantSession): Promise<Response> {
  await endSession(portal.db, session, portal.clock.now());
  return redirect('/login', [NO_SESSION_COOKIE, NO_FLASH_COOKIE]);
}
