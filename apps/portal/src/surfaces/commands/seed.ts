import { addMerchant } from '../../domain/merchants/merchant.ts';
import { hashPassword, newPassword } from '../../domain/merchants/password.ts';
import { hashKey } from '../../domain/stores/api-key.ts';
import type { Portal } from '../../runtime/portal.ts';
import { seedStore } from '../seed/seed-store.ts';
import { say, withPortal } from './with-portal.ts';

export interface SeedOptions {
  readonly name: string;
  readonly key?: string;
  readonly email: string;
  readonly credits: string;
  readonly history: string;
  readonly clock?: string;
}

export function seed(options: SeedOptions): Promise<void> {
  if (options.key !== undefined && !/^gvk_(live|test)_\w+$/.test(options.key)) {
    throw new Error('--key must begin with gvk_test_ or gvk_live_, and have letters, digits and _ only.');
  }
  return withPortal(options, async (portal) => {
    if (options.key !== undefined && (await isTaken(portal, options.key))) {
      throw new Error(
        'The key of --key is of another store already. Give another, or none for a made-up one.',
      );
    }
    const seeded = await seedStore(portal, {
      name: options.name,
      ...(options.key === undefined ? {} : { key: options.key }),
      credits: whole('--credits', options.credits),
      history: whole('--history', options.history),
    });
    const password = newPassword();
    const merchant = {
      storeId: seeded.storeId,
      email: options.email,
      passwordHash: await hashPassword(password),
    };
    await portal.db.transaction().execute((trx) => addMerchant(trx, merchant, portal.clock.now()));
    say(`Store ${options.name} (${seeded.storeId})`);
    say(`  API key          ${seeded.key}`);
    say(`  internal secret  ${portal.internalSecret}`);
    say(`  plans            ${seeded.plans.map(({ name }) => name).join(', ')}`);
    say(`  shoppers         ${seeded.customers.length}, such as ${seeded.customers.slice(0, 5).join(', ')}`);
    const { completed, failed, refused } = seeded.tryons;
    say(`  try-ons          ${completed} completed, ${failed} failed, ${refused} refused, in 60 days`);
    say(`  dashboard        ${options.email}, password ${password}`);
    say('The key, the secret and the password are shown here only.');
  });
}

/** A revoked key is not free either. */
async function isTaken({ db }: Portal, key: string): Promise<boolean> {
  const owner = await db
    .selectFrom('api_key_owners')
    .select('store_id')
    .where('key_hash', '=', hashKey(key))
    .executeTakeFirst();
  return owner !== undefined;
}

function whole(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 1_000_000) {
    throw new Error(`${option} must be a whole number up to 1000000, not ${JSON.stringify(text)}.`);
  }
  return value;
}
