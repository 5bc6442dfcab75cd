import type { Vault, VaultReading } from './vault.ts';

/** What a connect brings. */
export interface Connection {
  apiKey: string;
  webhookSecret: string;
}

/**
 * Seals what a connect brought; running storefronts take it from there within seconds.
 *
 * @example
 * await keepConnection(vault, { apiKey, webhookSecret });
 */
export async function keepConnection(vault: Vault, { apiKey, webhookSecret }: Connection): Promise<void> {
  // The secret first: a process that has the key has what its events are signed with.
  await vault.write('webhook-secret', webhookSecret);
  await vault.write('api-key', apiKey);
}

/**
 * Reads what the vault keeps of a connect, each by itself.
 *
 * @example const { apiKey } = await readConnection(vault);
 */
export async function readConnection(vault: Vault): Promise<{ [Name in keyof Connection]: VaultReading }> {
  const [apiKey, webhookSecret] = await Promise.all([vault.read('api-key'), vault.read('webhook-secret')]);
  return { apiKey, webhookSecret };
}
