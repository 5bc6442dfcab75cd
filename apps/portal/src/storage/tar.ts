import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const BLOCK = 512;

export interface TarEntry {
  readonly path: string;
  /** Null for a folder. */
  readonly data: Buffer | null;
}

/** Reads a POSIX ustar archive that `writeTar` made: files and folders with short names. */
export function* readTar(archive: Buffer): Generator<TarEntry> {
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0; ) {
    const path = archive.toString('utf8', at, at + 100).replace(/\0.*$/, '');
    const size = Number.parseInt(archive.toString('ascii', at + 124, at + 135), 8);
    const folder = archive[at + 156] === '5'.charCodeAt(0);
    at += BLOCK;
    yield { path, data: folder ? null : archive.subarray(at, at + size) };
    at += Math.ceil(size / BLOCK) * BLOCK;
  }
}

/** Packs a folder, empty folders too. */
export async function writeTar(folder: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const full = join(entry.parentPath, entry.name);
    const path = full.slice(folder.length + 1);
    if (entry.isDirectory()) parts.push(header(path, 0, '5'));
    if (!entry.isFile()) continue;
    const data = await readFile(full);
    parts.push(header(path, data.length, '0'), data, Buffer.alloc((BLOCK - (data.length % BLOCK)) % BLOCK));
  }
  parts.push(Buffer.alloc(2 * BLOCK));
  return Buffer.concat(parts);
}

function header(path: string, size: number, type: '0' | '5'): Buffer {
  if (Buffer.byteLength(path) > 100) throw new Error(`${path} is too long for this archive`);
  const block = Buffer.alloc(BLOCK);
  block.write(path, 0);
  block.write(type === '5' ? '0000700\0' : '0000600\0', 100);
  block.write('0000000\0'.repeat(2), 108);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  block.write('        ', 148);
  block.write(type, 156);
  block.write('ustar\x0000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}
