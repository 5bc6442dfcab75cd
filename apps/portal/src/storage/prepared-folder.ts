import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { MIGRATIONS } from './migrate.ts';
import { readTar, writeTar } from './tar.ts';

const cacheFolder = fileURLToPath(new URL('../../.prepared/', import.meta.url));

/**
 * Fills a new PGlite folder from the prepared one, which saves the 1.3 s and 750 MB that making a database
 * cluster takes. A folder that holds a database is left alone.
 */
export async function unpackPreparedFolder(folder: string): Promise<void> {
  if (await exists(join(folder, 'PG_VERSION'))) return;
  const prepared = await readPreparedFolder();
  // Renamed into place when complete, so that a kill halfway leaves nothing that looks like a database.
  const half = `${folder}.${process.pid}.half`;
  await rm(half, { recursive: true, force: true });
  // Nothing else runs yet, and a thousand small files are written twice as fast without promises.
  const made = new Set<string>();
  for (const { path, data } of readTar(prepared)) {
    const target = join(half, path);
    const parent = data ? dirname(target) : target;
    if (!made.has(parent)) {
      mkdirSync(parent, { recursive: true, mode: 0o700 });
      made.add(parent);
    }
    if (data) writeFileSync(target, data, { mode: 0o600 });
  }
  // In place of nothing or of an empty folder only: what else is there is somebody's.
  await rename(half, folder).catch(async (error: unknown) => {
    await rm(half, { recursive: true, force: true });
    throw error;
  });
}

/** The prepared folder as a tar archive. */
export async function readPreparedFolder(): Promise<Buffer<ArrayBuffer>> {
  return zstdDecompressSync(await readFile(await prepareFolder()));
}

/** Makes the prepared folder unless this version's is there, and returns where its archive is. */
export async function prepareFolder(): Promise<string> {
  const manifest = new URL('../package.json', import.meta.resolve('@electric-sql/pglite'));
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const schema = createHash('sha256').update(JSON.stringify(MIGRATIONS)).digest('hex').slice(0, 12);
  const archive = join(cacheFolder, `pglite-${version}-${schema}.tar.zst`);
  if (await exists(archive)) return archive;
  await mkdir(cacheFolder, { recursive: true });
  const scratch = await mkdtemp(join(cacheFolder, 'scratch-'));
  try {
    const data = join(scratch, 'data');
    // In a process of its own: making a cluster takes memory that this one would never give back.
    const maker = fileURLToPath(new URL('./make-prepared.ts', import.meta.url));
    await promisify(execFile)(process.execPath, [maker, data]);
    await writeFile(join(scratch, 'archive'), zstdCompressSync(await writeTar(data)));
    await rename(join(scratch, 'archive'), archive);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return archive;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
