import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** How far the waiting changesets move the version of every package. */
export type Bump = 'none' | 'patch' | 'minor' | 'major';

const ORDER: Bump[] = ['none', 'patch', 'minor', 'major'];

/** Whether a bump is at least as large as another. */
export const covers = (bump: Bump, needed: Bump) => ORDER.indexOf(bump) >= ORDER.indexOf(needed);

/** The largest bump that a waiting changeset asks of a package; with the packages fixed, all get it. */
export function pendingBump(folder: string): Bump {
  if (!existsSync(folder)) return 'none';
  const bumps = globSync('*.md', { cwd: folder })
    .filter((name) => name !== 'README.md')
    .flatMap((name) => {
      const [, front] = readFileSync(join(folder, name), 'utf8').split(/^---\s*$/m);
      return Object.values((parse(front ?? '') ?? {}) as Record<string, Bump>);
    });
  return ORDER.findLast((bump) => bumps.includes(bump)) ?? 'none';
}
