import { createVault, type Vault } from '@genvoris/storefront';
import { createVaultFolder } from '@genvoris/storefront/node';
import { UsageError } from '../usage-error.ts';

/** What the commands go by: the variables that `init` writes into `.env`. */
export interface Settings {
  readonly shopOrigin: string;
  /** Where the storefront is reached from outside, such as `https://shop.example/api/genvoris`. */
  readonly mountUrl: string;
  readonly portalUrl: string;
  readonly backendUrl: string;
  readonly apiKey: string | undefined;
  readonly ledger: string | undefined;
  /** What the names of the ledger's tables begin with; empty for nothing. */
  readonly ledgerPrefix: string;
  readonly vaultFolder: string;
  /** `undefined` where there is no GENVORIS_SECRET to open it with. */
  readonly vault: Vault | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;

/** @throws UsageError that names the variable that is wrong, without its value where it is a secret */
export function readSettings(env: Env): Settings {
  const shopOrigin = url(env, 'SHOP_ORIGIN', 'http://127.0.0.1:3000');
  const vaultFolder = env.GENVORIS_VAULT || '.genvoris/vault';
  const secret = env.GENVORIS_SECRET || undefined;
  if (secret !== undefined && secret.length < 32)
    throw new UsageError('GENVORIS_SECRET: it must have at least 32 characters; init writes one');
  const previousSecrets = (env.GENVORIS_PREVIOUS_SECRETS ?? '').split(',').filter((one) => one.length >= 32);
  return {
    shopOrigin,
    mountUrl: shopOrigin + (env.GENVORIS_MOUNT || '/api/genvoris'),
    portalUrl: url(env, 'GENVORIS_PORTAL_URL', 'https://genvoris.org'),
    backendUrl: url(env, 'GENVORIS_BACKEND_URL', 'https://api.genvoris.org'),
    apiKey: env.GENVORIS_API_KEY || undefined,
    ledger: env.GENVORIS_LEDGER || undefined,
    ledgerPrefix: env.GENVORIS_LEDGER_PREFIX ?? '',
    vaultFolder,
    vault:
      secret === undefined
        ? undefined
        : createVault({ secret, previousSecrets, storage: createVaultFolder(vaultFolder) }),
  };
}

function url(env: Env, name: string, standard: string): string {
  const value = env[name] || standard;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol) || new URL(value).username !== '')
    throw new UsageError(
      `${name}: it must be an http or https address without credentials, such as ${standard}`,
    );
  return value.replace(/\/+$/, '');
}
