import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pendingBump } from './changesets.ts';
import { compareSpecs, type Specs } from './compare.ts';
import { readSources } from './consumers.ts';
import { judge, type Verdict } from './report.ts';

/** Compares a checkout's specs with its last release, and what changed with its waiting changesets. */
export async function judgeRepository(root: string): Promise<Verdict> {
  const released = join(root, 'openapi', 'released');
  if (!existsSync(join(released, 'release.json'))) {
    const text =
      'There is no released contract to compare with. `pnpm release:baseline` keeps the present one in openapi/released.';
    return { ok: false, text };
  }
  const version = versionIn(join(released, 'release.json'));
  const packaged = versionIn(join(root, 'packages', 'contract', 'package.json'));
  if (packaged !== version) {
    const text = `The packages are at ${packaged} and openapi/released is the contract of ${version}. Releases go through \`pnpm release:version\`, which moves both.`;
    return { ok: false, text };
  }
  const changes = await compareSpecs(read(released), read(join(root, 'packages', 'contract', 'specs')));
  return judge(changes, pendingBump(join(root, '.changeset')), readSources(root), version);
}

function versionIn(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function read(folder: string): Specs {
  const files = globSync('*.json', { cwd: folder }).filter((file) => file !== 'release.json');
  return new Map(
    files
      .sort()
      .map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  );
}
