import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SharedChange } from './change.ts';

/** The hand-written source of each package and app, by its name. */
export type Sources = Map<string, string>;

/** Reads what each consumer of the contract ships, without tests and generated code. */
export function readSources(root: string): Sources {
  const sources: Sources = new Map();
  const manifests = globSync('{packages,apps}/*/package.json', {
    cwd: root,
    exclude: ['packages/{contract,spec-tools}/**'],
  });
  for (const manifest of manifests.sort()) {
    const folder = join(root, manifest, '..');
    const { name } = JSON.parse(readFileSync(join(root, manifest), 'utf8')) as { name: string };
    const files = globSync('src/**/*.ts', { cwd: folder }).filter(
      (file) => !/\.test\.ts$|\/gen\//.test(file),
    );
    sources.set(name, files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n'));
  }
  return sources;
}

/**
 * The packages and apps whose own code names what changed: the value, the operation, or the types of its spec.
 * None means that they meet it only through the generated tables of the contract.
 */
export function consumersOf(change: SharedChange, sources: Sources): string[] {
  const words = change.names.map(escape);
  const patterns = [
    ...words.map((word) => `['"\`]${word}['"\`]|\\b${word}\\b\\s*[:(]|\\.${word}\\b`),
    ...change.specs.map((spec) => `(types|specs)/${literally(spec)}\\b`),
  ];
  const pattern = new RegExp(patterns.join('|'));
  return [...sources].filter(([, source]) => pattern.test(source)).map(([name]) => name);
}

function literally(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
