import type { Awaitable } from '../exchange/request.ts';

/**
 * Where sealed records are kept: a folder (`createVaultFolder`), or a table of the shop's own. It never sees a secret.
 * Any number of processes may share one. What it throws is told to `onError`.
 */
export interface VaultStorage {
  /** The record of that name. Names are 1 to 64 of `a-z`, `0-9`, `-` and `.`; a record is a text of at most 16 kB on one line. */
  get(name: string): Awaitable<string | null | undefined>;
  /**
   * Keeps a record, all of it or nothing. With `replaces`, only where that is what is kept at this moment; returns
   * whether it was written.
   */
  set(name: string, record: string, replaces?: string): Awaitable<boolean>;
  /** Returns whether it was there: of all who delete one record, in whichever process, `true` is for one. */
  delete(name: string): Awaitable<boolean>;
}

/**
 * Returns a storage in this process's memory, for tests and for what need not outlive it.
 *
 * @example const vault = createVault({ secret, storage: createVaultMemory() });
 */
export function createVaultMemory(): VaultStorage {
  const records = new Map<string, string>();
  return {
    get: (name) => records.get(name),
    set(name, record, replaces) {
      if (replaces !== undefined && records.get(name) !== replaces) return false;
      records.set(name, record);
      return true;
    },
    delete: (name) => records.delete(name),
  };
}
