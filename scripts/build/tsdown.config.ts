import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'tsdown';

interface Manifest {
  publishConfig: { exports: Record<string, string | { default: string }>; bin?: Record<string, string> };
}

/** Builds the package of the folder it runs in: each file that its `publishConfig` names, from its source. */
export default defineConfig({
  cwd: process.cwd(),
  entry: entries(process.cwd()),
  format: 'esm',
  platform: 'node',
  target: 'es2024',
  dts: true,
  // One file for each source file: a stack trace of a user names the file a maintainer has.
  unbundle: true,
  fixedExtension: false,
  outDir: 'dist',
  clean: true,
  sourcemap: false,
  logLevel: 'warn',
});

function entries(folder: string): Record<string, string> {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const { exports, bin } = manifest.publishConfig;
  const built = [...Object.values(exports), ...Object.values(bin ?? {})]
    .map((target) => (typeof target === 'string' ? target : target.default))
    .filter((target) => /^\.\/dist\/.*\.js$/.test(target));
  const sources = built.flatMap((target) =>
    globSync(target.replace('./dist/', 'src/').replace(/\.js$/, '.ts'), { cwd: folder }),
  );
  return Object.fromEntries(sources.map((source) => [source.slice('src/'.length, -'.ts'.length), source]));
}
