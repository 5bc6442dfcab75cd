import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keepBaseline } from './keep-baseline.ts';

const home = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({ options: { root: { type: 'string', default: home } } });
const { root } = values;

const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
const versionNow = () => {
  const manifest = join(root, 'packages', 'contract', 'package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
};

const before = versionNow();
node(join(home, 'node_modules', '@changesets', 'cli', 'bin.js'), 'version');
const version = versionNow();
if (version === before) {
  console.log('No changeset is waiting, so there is nothing to release.');
  process.exit();
}
for (const spec of globSync('openapi/*.yaml', { cwd: root })) {
  const file = join(root, spec);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^ {2}version: .*$/m, `  version: ${version}`));
}
node(join(root, 'packages/spec-tools/src/generate/main.ts'));
console.log(`Everything is at ${version}, and openapi/released holds the contract of ${keepBaseline(root)}.`);
