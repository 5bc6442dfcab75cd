import { open, readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';

/** What this process has. */
const ours = new Set<string>();

/**
 * Keeps a second process out of a PGlite folder, which two would destroy.
 *
 * @throws Error naming the process that has the folder.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = resolve(folder, 'portal.pid');
  for (let attempt = 0; ; attempt += 1) {
    try {
      const handle = await open(file, 'wx', 0o600);
      await handle.writeFile(String(process.pid));
      await handle.close();
      ours.add(file);
      return async () => {
        await rm(file, { force: true });
        ours.delete(file);
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 0) throw error;
    }
    const holder = Number((await readFile(file, 'utf8').catch(() => '')).trim());
    // In a container every start may get the number of the one that was killed.
    if (holder === process.pid ? ours.has(file) : isAlive(holder)) {
      throw new Error(
        `${folder} is in use by process ${holder}. Embedded storage serves one process: stop that one, give another folder with GENVORIS_DATA, or set DATABASE_URL to share a PostgreSQL server.`,
      );
    }
    await rm(file, { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
