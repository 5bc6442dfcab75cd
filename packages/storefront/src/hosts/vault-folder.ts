import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { VaultStorage } from '../vault/vault-storage.ts';

const NAME = /^[a-z0-9-][a-z0-9.-]{0,63}$/;
const MOST_BYTES = 16_384;
/** A writer holds its lock for as long as a small file takes; one this old was left by a process that died. */
const ABANDONED_MS = 10_000;

/**
 * Keeps a vault's records in a folder, a file each, that only this user may read. It is made when something is first
 * written; processes of one machine may share it.
 *
 * @throws TypeError for what is no path
 * @example
 * const vault = createVault({ secret, storage: createVaultFolder('.genvoris/vault') });
 */
export function createVaultFolder(folder: string): VaultStorage {
  if (typeof folder !== 'string' || folder === '')
    throw new TypeError('@genvoris/storefront: the vault needs the path of a folder');
  return {
    get: (name) => read(fileOf(folder, name)),
    async set(name, record, replaces) {
      const file = fileOf(folder, name);
      if (Buffer.byteLength(record) > MOST_BYTES) throw new TypeError('a record has at most 16 kB');
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return locked(file, async () => {
        if (replaces !== undefined && (await read(file))?.trim() !== replaces) return false;
        await replace(file, record);
        return true;
      });
    },
    delete: (name) =>
      unlink(fileOf(folder, name)).then(
        () => true,
        (error) => absent(error, false),
      ),
  };
}

function fileOf(folder: string, name: string): string {
  if (!NAME.test(name)) throw new TypeError('not a name of the vault');
  return join(folder, name);
}

async function read(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    return absent(error, undefined);
  }
}

/** Written beside it and moved over it, so that a reader finds the old record or the new one, after a crash too. */
async function replace(file: string, record: string): Promise<void> {
  const written = `${file}~${randomBytes(6).toString('hex')}`;
  try {
    const handle = await open(written, 'wx', 0o600);
    try {
      await handle.writeFile(`${record}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(written, file);
  } catch (error) {
    await rm(written, { force: true });
    throw error;
  }
}

async function locked<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = `${file}~lock`;
  for (;;) {
    try {
      await (await open(lock, 'wx', 0o600)).close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const age = Date.now() - (await stat(lock).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
      if (age > ABANDONED_MS) await rm(lock, { force: true });
      else await sleep(5 + Math.random() * 10);
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

function absent<T>(error: unknown, instead: T): T {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return instead;
  throw error;
}
