import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readOptions } from '../contract/read-options.ts';
import { REPOSITORY } from '../contract/repository.ts';
import { pendingBump } from './changesets.ts';
import { compareSpecs, type Specs } from './compare.ts';
import { readSources } from './consumers.ts';
import { judge } from './report.ts';

const HELP = `Usage: node packages/spec-tools/src/breaking/main.ts [--root <folder>]

Compares packages/contract/specs with openapi/released, and what changed with the waiting changesets.

  --root <folder>   of another checkout
  --help            show this text

Exit codes: 0 nothing breaks or a changeset says so, 1 a changeset is missing or too small, 2 wrong usage.
`;

const { root } = readOptions('breaking', HELP, () =>
  parseArgs({
    options: { root: { type: 'string', default: REPOSITORY }, help: { type: 'boolean', default: false } },
  }),
);
const released = join(root, 'openapi', 'released');
const current = join(root, 'packages', 'contract', 'specs');

if (!existsSync(join(released, 'release.json'))) {
  console.error(
    'There is no released contract to compare with. `pnpm release:baseline` keeps the present one in openapi/released.',
  );
  process.exit(1);
}
const { version } = JSON.parse(readFileSync(join(released, 'release.json'), 'utf8')) as { version: string };
const manifest = join(root, 'packages', 'contract', 'package.json');
const packaged = (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
if (packaged !== version) {
  console.error(
    `The packages are at ${packaged} and openapi/released is the contract of ${version}. Releases go through \`pnpm release:version\`, which moves both.`,
  );
  process.exit(1);
}

const changes = await compareSpecs(read(released), read(current));
const verdict = judge(changes, pendingBump(join(root, '.changeset')), readSources(root), version);
console[verdict.ok ? 'log' : 'error'](verdict.text);
process.exitCode = verdict.ok ? 0 : 1;

function read(folder: string): Specs {
  const files = globSync('*.json', { cwd: folder }).filter((file) => file !== 'release.json');
  return new Map(
    files
      .sort()
      .map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  );
}
