import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

type Target = string | { types: string; default: string };

/** A package as it is in the registry after a release. */
export interface Packed {
  name: string;
  folder: string;
  /** What it exports: `@genvoris/node/webhooks` and the file behind it. */
  entries: Map<string, Target>;
  bins: Map<string, string>;
  /** Its `engines.node`. */
  engines: string;
  /** What it cannot do without, each with its `engines.node`, `*` where it says none. */
  dependencies: Map<string, string>;
  /** Entries of the sources that `publishConfig.exports` leaves out: they are there in this repository only. */
  forgotten: string[];
}

interface Manifest {
  name: string;
  private?: boolean;
  exports: Record<string, Target>;
  publishConfig?: { exports?: Record<string, Target> };
  bin?: Record<string, string>;
  engines?: { node?: string };
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** Packs every published package and lays it out under `site/node_modules`, as an install would. */
export function packAll(root: string, site: string): Packed[] {
  const sources = globSync('packages/*/package.json', { cwd: root }).map((file) => dirname(join(root, file)));
  return sources.sort().flatMap((source) => {
    if (manifestOf(source).private) return [];
    return [pack(source, site)];
  });
}

function pack(source: string, site: string): Packed {
  const { name, exports, publishConfig } = manifestOf(source);
  const published = publishConfig?.exports ?? {};
  const folder = join(site, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  const archive = join(site, `${name.replace('/', '-')}.tgz`);
  execFileSync('pnpm', ['pack', '--out', archive], { cwd: source, stdio: ['ignore', 'ignore', 'inherit'] });
  const input = gunzipSync(readFileSync(archive));
  execFileSync('tar', ['-x', '--strip-components=1', '-C', folder], { input });
  const manifest = manifestOf(folder);
  // Only what it declares is there, so that an undeclared import fails here as it would for its users.
  for (const dependency of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    const installed = join(source, 'node_modules', dependency);
    if (dependency.startsWith('@genvoris/') || !existsSync(installed)) continue;
    const link = join(folder, 'node_modules', dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(installed), link);
  }
  const needed = Object.keys(manifest.dependencies ?? {});
  return {
    name,
    folder,
    engines: enginesOf(manifest),
    dependencies: new Map(
      needed.map((dependency) => [
        dependency,
        enginesOf(manifestOf(join(source, 'node_modules', dependency))),
      ]),
    ),
    entries: new Map(
      Object.entries(manifest.exports).flatMap(([entry, target]) => expand(name, folder, entry, target)),
    ),
    forgotten: Object.keys(exports).filter(
      (entry) => String(exports[entry]).startsWith('./src/') && !(entry in published),
    ),
    bins: new Map(Object.entries(manifest.bin ?? {})),
  };
}

// `./types/*` stands for each file that is there.
function expand(name: string, folder: string, entry: string, target: Target): [string, Target][] {
  const specifier = join(name, entry);
  if (!entry.includes('*')) return [[specifier, target]];
  const pattern = typeof target === 'string' ? target : target.default;
  const [before = '', after = ''] = pattern.replace('./', '').split('*');
  return globSync(pattern, { cwd: folder }).map((file) => {
    const part = file.slice(before.length, after ? -after.length : undefined);
    const filled =
      typeof target === 'string'
        ? `./${file}`
        : { types: target.types.replace('*', part), default: `./${file}` };
    return [specifier.replace('*', part), filled];
  });
}

function enginesOf({ engines }: Manifest): string {
  return engines?.node ?? '*';
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}
