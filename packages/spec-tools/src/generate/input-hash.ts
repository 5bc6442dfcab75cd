import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

// A new version of one of these may write other files.
const LIBRARIES = ['@redocly/openapi-core', 'openapi-typescript', 'ajv', 'ajv-formats', 'typescript', 'yaml'];

/** The folders that hold nothing but generated files, from the repository's root. */
export const GENERATED_FOLDERS = ['packages/contract/specs', 'packages/contract/src/gen'];

/** What a run read and what it wrote, as two hashes. */
export interface RunHashes {
  inputs: string;
  outputs: string;
}

const hashFile = (root: string) => join(root, '.genvoris', 'generate.json');

/** The hash of everything the generated files depend on: specs, generator, library versions. */
export function hashInputs(root: string): string {
  const tools = join(root, 'packages', 'spec-tools');
  const folders = [
    join(root, 'openapi'),
    ...['contract', 'generate'].map((name) => join(tools, 'src', name)),
  ];
  const files = folders.flatMap(listFiles).filter((path) => !path.endsWith('.test.ts'));
  const manifests = LIBRARIES.map((name) => join(tools, 'node_modules', name, 'package.json'));
  return hashFiles(root, [...files, ...manifests.filter((path) => existsSync(path))]);
}

/** The hash of all files in the generated folders, as they are on disk. */
export function hashOutputs(root: string): string {
  return hashFiles(root, listGenerated(root));
}

/** Absolute paths of the files in the generated folders. */
export function listGenerated(root: string): string[] {
  return GENERATED_FOLDERS.flatMap((folder) => listFiles(join(root, folder)));
}

export function readHashes(root: string): RunHashes | null {
  try {
    return JSON.parse(readFileSync(hashFile(root), 'utf8'));
  } catch {
    return null;
  }
}

export function writeHashes(root: string, hashes: RunHashes): void {
  mkdirSync(dirname(hashFile(root)), { recursive: true });
  writeFileSync(hashFile(root), `${JSON.stringify(hashes)}\n`);
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function hashFiles(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    const content = readFileSync(path);
    hash.update(`${relative(root, path)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
