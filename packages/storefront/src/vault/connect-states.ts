import { toBase64Url } from './base64.ts';
import { hex } from './sealing-key.ts';
import type { Vault } from './vault.ts';

/** Who begins a connect: the administrator, in their session of the shop. */
export interface Administrator {
  readonly externalId: string;
  readonly sessionId: string | undefined;
}

/** What a state was made for. It is kept sealed, one for each administrator: beginning again drops the last. */
interface Begun {
  readonly stateHash: string;
  readonly externalId: string;
  readonly sessionId: string | null;
  readonly expires: number;
}

export interface ConnectStates {
  begin(by: Administrator): Promise<{ state: string; expiresAt: Date }>;
  /** Uses the state up. False: it is unknown, another's, of another session, used, or more than 10 minutes old. */
  use(state: string, by: Administrator): Promise<boolean>;
}

const LIFETIME_MS = 10 * 60_000;

export function createConnectStates(vault: Vault, now: () => number = Date.now): ConnectStates {
  return {
    async begin({ externalId, sessionId = null }) {
      const state = toBase64Url(crypto.getRandomValues(new Uint8Array(24)));
      const expires = now() + LIFETIME_MS;
      const begun: Begun = { stateHash: await sha256(state), externalId, sessionId, expires };
      await vault.write(await placeOf(externalId), JSON.stringify(begun));
      return { state, expiresAt: new Date(expires) };
    },
    async use(state, { externalId, sessionId = null }) {
      const place = await placeOf(externalId);
      const found = await vault.read(place);
      if (found.kind !== 'secret') return false;
      const begun = JSON.parse(found.secret) as Begun;
      // A hash of a random value tells nothing by the time its comparison takes.
      const fits =
        begun.stateHash === (await sha256(state)) &&
        begun.externalId === externalId &&
        begun.sessionId === sessionId &&
        begun.expires > now();
      // Of all processes that find it, one removes it.
      return fits && vault.remove(place);
    },
  };
}

async function placeOf(externalId: string): Promise<string> {
  return `connect-state.${(await sha256(externalId)).slice(0, 32)}`;
}

async function sha256(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}
