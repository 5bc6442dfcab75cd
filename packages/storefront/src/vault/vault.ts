import { open, parseSealedRecord, seal } from './sealed-record.ts';
import { deriveSealingKey, type SealingKey } from './sealing-key.ts';
import type { VaultStorage } from './vault-storage.ts';
import { openWordPressRecord, type WordPressSalts } from './wordpress-record.ts';

/** Options of `createVault`. */
export interface VaultOptions {
  /** The host's own secret: at least 32 characters, random, the same in every process, kept where the records are not. */
  secret: string;
  /** Earlier ones. What they sealed is opened, and sealed again with `secret` when it is read. */
  previousSecrets?: readonly string[] | undefined;
  /** Where the sealed records are kept. */
  storage: VaultStorage;
  /** Opens what the WordPress plugin encrypted, and seals it again with `secret` when it is read. */
  wordpressSalts?: WordPressSalts | undefined;
}

/** Secrets that are encrypted at rest. */
export interface Vault {
  /** Seals a secret and keeps it in the place of that name. */
  write(name: string, secret: string): Promise<void>;
  read(name: string): Promise<VaultReading>;
  /** Returns whether it was there: `true` for one of all who remove it. */
  remove(name: string): Promise<boolean>;
  /** The host's secrets, for taking them out of logs. */
  readonly hostSecrets: readonly string[];
}

/** What a place of the vault has. */
export type VaultReading =
  | { kind: 'secret'; secret: string }
  | { kind: 'empty' }
  /** There is a record that no key of the vault opens; `record` tells it from the next. */
  | { kind: 'unreadable'; why: 'unknown_key' | 'damaged'; record: string };

/** What a place may hold, by its name; only the WordPress form, which has no tag, has to be judged by it. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  'api-key': /^gvk_(?:live|test)_[A-Za-z0-9_]{4,240}$/,
  'webhook-secret': /^[\x21-\x7e]{16,255}$/,
};

/**
 * Creates a vault: AES-256-GCM by Web Crypto, under keys that HKDF derives from the host's secrets.
 *
 * @throws TypeError that names the option that is wrong, without its value
 * @example
 * const vault = createVault({ secret: process.env.GENVORIS_SECRET, storage: createVaultFolder('.genvoris/vault') });
 */
export function createVault(options: VaultOptions): Vault {
  const { secret, previousSecrets = [], storage, wordpressSalts } = check(options);
  const hostSecrets = [secret, ...previousSecrets];
  let derived: Promise<SealingKey[]> | undefined;
  const keys = () => {
    derived ??= Promise.all(hostSecrets.map(deriveSealingKey));
    return derived;
  };
  const sealed = async (name: string, value: string) => seal(name, value, (await keys())[0] as SealingKey);

  return {
    hostSecrets: wordpressSalts
      ? [...hostSecrets, wordpressSalts.authKey, wordpressSalts.secureAuthKey]
      : hostSecrets,
    async write(name, value) {
      await storage.set(checkName(name), await sealed(name, value));
    },
    remove: async (name) => storage.delete(checkName(name)),
    async read(name) {
      const record = (await storage.get(checkName(name)))?.trim();
      if (!record) return { kind: 'empty' };
      const reading = await openRecord(name, record);
      if (reading.kind !== 'old') return reading;
      const { secret: value } = reading;
      try {
        // Another process may have written a new secret meanwhile: it must not be undone.
        await storage.set(name, await sealed(name, value), record);
      } catch {
        // A storage that can only be read serves as well; it is tried again with the next reading.
      }
      return { kind: 'secret', secret: value };
    },
  };

  async function openRecord(
    name: string,
    record: string,
  ): Promise<VaultReading | { kind: 'old'; secret: string }> {
    const parsed = parseSealedRecord(record);
    if (parsed === undefined) {
      const shape = SHAPES[name];
      const secret =
        wordpressSalts && shape && (await openWordPressRecord(record, wordpressSalts, (s) => shape.test(s)));
      return secret === undefined ? { kind: 'unreadable', why: 'damaged', record } : { kind: 'old', secret };
    }
    const all = await keys();
    const key = all.find(({ id }) => id === parsed.keyId);
    if (key === undefined) return { kind: 'unreadable', why: 'unknown_key', record };
    const secret = await open(name, parsed, key);
    if (secret === undefined) return { kind: 'unreadable', why: 'damaged', record };
    return { kind: key === all[0] ? 'secret' : 'old', secret };
  }
}

function checkName(name: string): string {
  if (!/^[a-z0-9-][a-z0-9.-]{0,63}$/.test(name))
    throw new TypeError('@genvoris/storefront: not a name of the vault');
  return name;
}

function check(options: VaultOptions): VaultOptions {
  if (typeof options !== 'object' || options === null) refuse('options', 'must be an object');
  const { secret, previousSecrets = [], storage, wordpressSalts } = options;
  if (!isSecret(secret)) refuse('secret', 'must have at least 32 characters');
  if (!Array.isArray(previousSecrets) || !previousSecrets.every(isSecret))
    refuse('previousSecrets', 'must be a list of secrets of at least 32 characters');
  for (const method of ['get', 'set', 'delete'] as const)
    if (typeof storage?.[method] !== 'function')
      refuse('storage', 'must have the methods get, set and delete');
  if (wordpressSalts !== undefined)
    for (const name of ['authKey', 'secureAuthKey'] as const)
      if (typeof wordpressSalts?.[name] !== 'string' || wordpressSalts[name] === '')
        refuse(`wordpressSalts.${name}`, 'must be the text that wp-config.php defines');
  return options;
}

function isSecret(value: unknown): value is string {
  return typeof value === 'string' && value.length >= 32;
}

function refuse(name: string, rule: string): never {
  throw new TypeError(`@genvoris/storefront: the vault's ${name} ${rule}`);
}
