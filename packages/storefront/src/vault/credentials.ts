import type { Awaitable } from '../exchange/request.ts';
import { keepConnection } from './connection.ts';
import type { Vault, VaultReading } from './vault.ts';

/** What the shop calls Genvoris with, and what events of Genvoris are signed with, as they are at this moment. */
export interface Credentials {
  /** `undefined` where there is none. At hand at once, except where the vault is due to be read. */
  apiKey(): Awaitable<string | undefined>;
  /** All that may have signed an event. */
  webhookSecrets(): Awaitable<readonly string[]>;
  /** Genvoris does not know this key: the vault is read again sooner. */
  refused(apiKey: string): void;
  /** Seals both, and goes by them at once. */
  replace(given: { apiKey: string; webhookSecret: string }): Promise<void>;
  /** Called when the key is another one. */
  onChange(changed: () => void): void;
  /** The secrets in use, for taking them out of logs. */
  known(): readonly string[];
}

export type CredentialTrouble = 'reconnect_needed' | 'not_connected' | 'vault_failed';

export type TellTrouble = (kind: CredentialTrouble, message: string) => void;

/** How long another process goes by the old ones after a connect. */
const REREAD_MS = 2000;
/**
 * The same while there is no key, or one that Genvoris has refused: too many refusals, and it takes none from this address
 * for a while.
 */
const REREAD_SOON_MS = 100;
const NAMES = ['api-key', 'webhook-secret'] as const;
type Name = (typeof NAMES)[number];

export function createCredentials(
  options: {
    apiKey: string | undefined;
    webhookSecret?: string | readonly string[] | undefined;
    vault: Vault | undefined;
  },
  tell: TellTrouble,
  now: () => number = Date.now,
): Credentials {
  const { vault } = options;
  const configured = [options.webhookSecret ?? []].flat();
  let held: Partial<Record<Name, string>> = {};
  let readAt = Number.NEGATIVE_INFINITY;
  let rereadMs = REREAD_MS;
  let reading: Promise<void> | undefined;
  let changed = () => {};
  /** What was told of each: the same is not told with every request. */
  const told = new Map<string, string>();

  const tellOnce = (about: string, state: string, kind: CredentialTrouble, message: string) => {
    if (told.get(about) === state) return;
    told.set(about, state);
    tell(kind, message);
  };

  const hold = (next: Partial<Record<Name, string>>) => {
    const isOther = held['api-key'] !== undefined && held['api-key'] !== next['api-key'];
    held = next;
    readAt = now();
    rereadMs = next['api-key'] === undefined ? REREAD_SOON_MS : REREAD_MS;
    if (isOther) changed();
  };

  const read = async (from: Vault) => {
    const began = readAt;
    let readings: VaultReading[];
    try {
      readings = await Promise.all(NAMES.map((name) => from.read(name)));
    } catch (cause) {
      // What was good a moment ago is good still; a storage that is away is asked again with the next request.
      if (readAt === Number.NEGATIVE_INFINITY) throw cause;
      tellOnce('storage', 'failed', 'vault_failed', `the vault cannot be read: ${String(cause)}`);
      return;
    }
    told.delete('storage');
    // A connect in this process finished meanwhile: it knows better.
    if (readAt !== began) return;
    const next: Partial<Record<Name, string>> = {};
    NAMES.forEach((name, at) => {
      const found = readings[at] as VaultReading;
      if (found.kind === 'secret') next[name] = found.secret;
      else if (found.kind === 'unreadable')
        tellOnce(name, found.record, 'reconnect_needed', unreadable(name, found.why));
      if (found.kind !== 'unreadable') told.delete(name);
    });
    hold(next);
    if (readings[0]?.kind === 'empty' && options.apiKey === undefined)
      tellOnce('empty', 'empty', 'not_connected', NOT_CONNECTED);
    else told.delete('empty');
  };

  const fresh = (): Promise<void> | undefined => {
    if (vault === undefined || now() - readAt < rereadMs) return undefined;
    reading ??= read(vault).finally(() => {
      reading = undefined;
    });
    return reading;
  };

  const secrets = () => {
    const kept = held['webhook-secret'];
    return kept === undefined ? configured : [kept, ...configured];
  };

  return {
    apiKey() {
      if (options.apiKey !== undefined) return options.apiKey;
      const due = fresh();
      return due === undefined ? held['api-key'] : due.then(() => held['api-key']);
    },
    webhookSecrets() {
      const due = fresh();
      return due === undefined ? secrets() : due.then(secrets);
    },
    refused(apiKey) {
      if (apiKey === held['api-key']) rereadMs = REREAD_SOON_MS;
    },
    async replace({ apiKey, webhookSecret }) {
      if (vault === undefined) throw new TypeError('there is no vault');
      await keepConnection(vault, { apiKey, webhookSecret });
      hold({ 'api-key': apiKey, 'webhook-secret': webhookSecret });
      told.clear();
    },
    onChange(listener) {
      changed = listener;
    },
    known: () => [options.apiKey, held['api-key'], ...secrets()].filter((each) => each !== undefined),
  };
}

const NOT_CONNECTED = 'there is no API key: connect the shop with Genvoris, or give the option apiKey';

function unreadable(name: Name, why: 'unknown_key' | 'damaged'): string {
  const reason =
    why === 'unknown_key'
      ? 'was sealed with a secret that the vault is not given; add it to previousSecrets, or connect the shop again'
      : 'is damaged or was sealed for another place; connect the shop again';
  return `the ${name} in the vault cannot be opened: it ${reason}`;
}
