import type { Holder } from '@genvoris/storefront';
import { claimHolder, type Opened, type OpenedAccounts, shopperHolder } from './opened-accounts.ts';

/** The account that an order or subscription of this holder goes to, locked; null for a guest without an email. */
export async function accountOf(
  accounts: OpenedAccounts,
  holder: Holder | null,
  at: number,
): Promise<{ readonly opened: Opened; readonly guest: boolean } | null> {
  if (holder === null) return null;
  if ('shopper' in holder) {
    const made = { externalId: holder.shopper, at };
    return { opened: await accounts.ofHolder(shopperHolder(holder.shopper), made), guest: false };
  }
  const opened = await accounts.ofHolder(claimHolder(holder.claim), { externalId: null, at });
  if (opened.ownerId === null) return { opened, guest: true };
  await accounts.open([opened.ownerId]);
  const owner = accounts.get(opened.ownerId);
  if (!owner) throw new Error('A claim leads to a shopper who is not there');
  return { opened: owner, guest: false };
}
