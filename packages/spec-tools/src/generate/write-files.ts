import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { GENERATED_FOLDERS, listGenerated } from './input-hash.ts';

/** One file that is not on disk as it should be. */
interface Difference {
  file: string;
  problem: 'missing' | 'differs' | 'not generated';
}

/** How the generated folders on disk differ from `files`. */
export function compareFiles(root: string, files: ReadonlyMap<string, string>): Difference[] {
  const present = new Set(listGenerated(root).map((path) => relative(root, path)));
  const differences: Difference[] = [];
  for (const [file, content] of files) {
    if (!present.has(file)) differences.push({ file, problem: 'missing' });
    else if (readFileSync(join(root, file), 'utf8') !== content)
      differences.push({ file, problem: 'differs' });
  }
  for (const file of present) {
    if (!files.has(file)) differences.push({ file, problem: 'not generated' });
  }
  return differences.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Wipes the generated folders and writes `files` into them. */
export function rewriteFiles(root: string, files: ReadonlyMap<string, string>): void {
  for (const folder of GENERATED_FOLDERS) rmSync(join(root, folder), { recursive: true, force: true });
  for (const [file, content] of files) {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}
