import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

interface Manifest {
  name: string;
  version: string;
  private?: boolean;
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(join(root, file), 'utf8')) as T;
}

const published = globSync('{packages,apps}/*/package.json', { cwd: root })
  .map((file) => read<Manifest>(file))
  .filter((manifest) => !manifest.private);

describe('a release', () => {
  it('moves every published package, and them alone', () => {
    const { fixed } = read<{ fixed: string[][] }>('.changeset/config.json');
    expect(fixed.map((group) => group.toSorted())).toEqual([published.map(({ name }) => name).toSorted()]);
  });

  it('has one version, in the packages, in the released contract and in the specs', () => {
    const { version } = read<{ version: string }>('openapi/released/release.json');
    const specs = globSync('packages/contract/specs/*.json', { cwd: root });
    const stated = [
      ...published.map((manifest) => manifest.version),
      ...specs.map((spec) => read<{ info: { version: string } }>(spec).info.version),
    ];
    expect(new Set(stated)).toEqual(new Set([version]));
  });
});
