import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { minVersion, satisfies } from 'semver';
import type { Packed } from './pack.ts';

/** The oldest Node that a package says it runs on. */
export function lowestNode({ engines }: Packed): string {
  return minVersion(engines)?.version ?? 'none';
}

/** What a package promises beyond its dependencies: on the oldest Node of its own, one of them does not run. */
export function brokenPromises(packed: Packed): string[] {
  const lowest = lowestNode(packed);
  return [...packed.dependencies]
    .filter(([, engines]) => !satisfies(lowest, engines))
    .map(
      ([dependency, engines]) =>
        `${packed.name}: engines.node ${packed.engines} allows ${lowest}, where ${dependency} does not run (${engines})`,
    );
}

/** That Node's program, from the npm registry. */
export function fetchNode(version: string): string {
  // In an empty folder npm has no project to look at.
  const cwd = mkdtempSync(join(tmpdir(), 'genvoris-node-'));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['exec', '--yes', '--loglevel=error', `--package=node@${version}`, '--', 'node'];
  try {
    return execFileSync(npm, [...args, '--print', 'process.execPath'], {
      cwd,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    }).trim();
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
