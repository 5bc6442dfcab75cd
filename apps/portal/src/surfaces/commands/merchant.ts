import { addMerchant, normalEmail } from '../../domain/merchants/merchant.ts';
import { hashPassword, newPassword } from '../../domain/merchants/password.ts';
import { say, withPortal } from './with-portal.ts';

export interface MerchantOptions {
  readonly email: string;
  readonly store: string;
}

export function addSignIn({ email, store }: MerchantOptions): Promise<void> {
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new Error(`${JSON.stringify(email)} is not an email address.`);
  return withPortal({}, async (portal) => {
    const found = await portal.db
      .selectFrom('stores')
      .select('name')
      .where('store_id', '=', store)
      .executeTakeFirst();
    if (!found) throw new Error(`There is no store ${store}.`);
    const password = newPassword();
    const passwordHash = await hashPassword(password);
    await portal.db.transaction().execute(async (trx) => {
      await addMerchant(trx, { storeId: store, email, passwordHash }, portal.clock.now());
      // Sign-ins with the old password end.
      await trx.deleteFrom('merchant_sessions').where('merchant', '=', normalEmail(email)).execute();
    });
    say(`${normalEmail(email)} may sign in to ${found.name} at /dashboard.`);
    say(`  password  ${password}`);
    say('The password is shown here only.');
  });
}
