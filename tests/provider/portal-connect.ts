import { type Portal, startMerchantSession } from '@genvoris/portal';
import { openStore, type StoreWish } from './portal-stores.ts';

const STATE = 'q7Hc2V9sYx0dLm4RkTz8Wb1N';
const RETURN_URL = 'https://shop.example/wp-admin/admin.php?page=genvoris';
const LINK = new URLSearchParams({
  site_url: 'https://shop.example',
  site_name: 'Example Shop',
  admin_email: 'admin@shop.example',
  return_url: RETURN_URL,
  platform: 'wordpress',
  plugin_version: '1.4.2',
  state: STATE,
});

/** A merchant who is signed in to a store of their own. */
export async function signIn(
  portal: Portal,
  wish: StoreWish = {},
): Promise<{ cookie: string; storeId: string }> {
  const { storeId } = await openStore(portal, wish);
  const who = { storeId, merchant: 'ada@shop.example' };
  const { token } = await startMerchantSession(portal.db, who, portal.clock.now());
  return { cookie: `genvoris_session=${token}`, storeId };
}

/** The token of the form on the consent page, as that merchant sees it. */
export async function consentForm(base: string, cookie: string): Promise<string> {
  const page = await fetch(`${base}/oauth/wordpress?${LINK}`, { headers: { cookie } });
  return /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
}

/** A one-time code, with what it is bound to, as the exchange wants it. */
export async function allowedCode(base: string, cookie: string): Promise<Record<string, string>> {
  const decided = await fetch(`${base}/oauth/wordpress`, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams({ decision: 'allow', csrf: await consentForm(base, cookie) }),
    redirect: 'manual',
  });
  const code = new URL(decided.headers.get('location') ?? '').searchParams.get('code') ?? '';
  return { code, state: STATE, return_url: RETURN_URL };
}
