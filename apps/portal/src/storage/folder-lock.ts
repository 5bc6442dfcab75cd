import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Keeps a second process out of a PGlite folder, which two would destroy.
 *
 * @throws Error naming the process that has the folder.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'portal.pid');
  for (let attempt = 0; ; attempt += 1) {
    try {
      const handle = await open(file, 'wx', 0o600);
      await handle.writeFile(String(process.pid));
      await handle.close();
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 0) throw error;
    }
    const holder = Number((await readFile(file, 'utf8').catch(() => '')).trim());
    if (isAlive(holder)) {
      throw new Error(
        `${folder} is in use by process ${holder}. Embedded storage serves one process: stop that one, give another folder with GENVORIS_DATA, or set DATABASE_URL to share a PostgreSQL server.`,
      );
    }
    await rm(file, { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
