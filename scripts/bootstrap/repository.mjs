import { mkdirSync, mkdtempSync, readFileSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { causeOf, UserError } from './user-error.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const cache = join(root, 'node_modules', '.cache', 'genvoris');

/** The exact Node and pnpm that everything runs on, as package.json states them. */
export function pinned() {
  const { devEngines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return { node: devEngines.runtime.version, pnpm: devEngines.packageManager.version };
}

/** Fails early, and in words, where the repository's folder cannot be written. */
export function checkWritable() {
  try {
    rmdirSync(mkdtempSync(join(root, '.writable-')));
    mkdirSync(cache, { recursive: true });
  } catch (error) {
    throw new UserError(
      `The folder ${root} cannot be written (${error.code}).\n${causeOf(error.message) ?? error.message}`,
    );
  }
}
