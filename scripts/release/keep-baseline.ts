import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keeps the present bundled specs as the released contract that later changes are held against. */
export function keepBaseline(root: string): string {
  const contract = join(root, 'packages', 'contract');
  const released = join(root, 'openapi', 'released');
  const { version } = JSON.parse(readFileSync(join(contract, 'package.json'), 'utf8')) as { version: string };
  rmSync(released, { recursive: true, force: true });
  mkdirSync(released, { recursive: true });
  for (const spec of globSync('*.json', { cwd: join(contract, 'specs') })) {
    cpSync(join(contract, 'specs', spec), join(released, spec));
  }
  writeFileSync(join(released, 'release.json'), `${JSON.stringify({ version })}\n`);
  return version;
}
