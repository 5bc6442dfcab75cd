import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'tsdown';

interface Manifest {
  private?: boolean;
  publishConfig: { exports: Record<string, string | { default: string }>; bin?: Record<string, string> };
  devDependencies?: Record<string, string>;
}

const manifest = manifestOf(process.cwd());

/**
 * Builds the package of the folder it runs in: each file that its `publishConfig` names, from its source. What it
 * has of a private package goes into it, declarations too, for nobody could install that.
 */
export default defineConfig({
  cwd: process.cwd(),
  entry: entries(process.cwd()),
  format: 'esm',
  platform: 'node',
  target: 'es2024',
  // Found in node_modules, a source would be somebody else's to TypeScript, which declares nothing for those.
  dts: { compilerOptions: { paths: privatePackages(process.cwd()) } },
  // One file for each source file: a stack trace of a user names the file a maintainer has.
  unbundle: true,
  fixedExtension: false,
  outDir: 'dist',
  clean: true,
  sourcemap: false,
  logLevel: 'warn',
});

function entries(folder: string): Record<string, string> {
  const { exports, bin } = manifest.publishConfig;
  const built = [...Object.values(exports), ...Object.values(bin ?? {})]
    .map((target) => (typeof target === 'string' ? target : target.default))
    .filter((target) => /^\.\/dist\/.*\.js$/.test(target));
  const sources = built.flatMap((target) =>
    globSync(target.replace('./dist/', 'src/').replace(/\.js$/, '.ts'), { cwd: folder }),
  );
  return Object.fromEntries(sources.map((source) => [source.slice('src/'.length, -'.ts'.length), source]));
}

function privatePackages(folder: string): Record<string, string[]> {
  const ours = Object.keys(manifest.devDependencies ?? {}).filter((name) => name.startsWith('@genvoris/'));
  return Object.fromEntries(
    ours.flatMap((name) => {
      const sources = join(folder, '..', name.slice('@genvoris/'.length));
      return manifestOf(sources).private ? [[name, [join(sources, 'src', 'index.ts')]]] : [];
    }),
  );
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}
