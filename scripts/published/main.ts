import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Packed, packAll } from './pack.ts';

const root = join(import.meta.dirname, '..', '..');
const site = mkdtempSync(join(tmpdir(), 'genvoris-published-'));
const problems: string[] = [];

try {
  const packed = packAll(root, site);
  const missing = packed.filter(({ folder }) => !existsSync(join(folder, 'dist')));
  if (missing.length > 0)
    problems.push(`not built: ${missing.map(({ name }) => name).join(', ')}. Run \`pnpm build\`.`);
  else check(packed);
  const entries = packed.reduce((sum, { entries }) => sum + entries.size, 0);
  console.log(`${packed.length} packages with ${entries} entry points, as a stranger installs them.`);
} finally {
  rmSync(site, { recursive: true, force: true });
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function check(packed: Packed[]): void {
  const modules = packed.flatMap(({ folder, entries }) =>
    [...entries].flatMap(([specifier, target]) => {
      const file = typeof target === 'string' ? target : target.default;
      if (!existsSync(join(folder, file))) problems.push(`${specifier}: ${file} is not in the package`);
      return typeof target === 'string' ? [] : [specifier];
    }),
  );
  const probe = modules.map((specifier) => `await import(${JSON.stringify(specifier)});`).join('\n');
  run('importing', process.execPath, ['--input-type=module', '-e', probe]);

  const types = modules.map((specifier, index) => `export * as m${index} from '${specifier}';`).join('\n');
  writeFileSync(join(site, 'probe.ts'), types);
  symlinkSync(join(root, 'node_modules', '@types'), join(site, 'node_modules', '@types'));
  const flags = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--lib',
    'es2024,dom,dom.iterable,dom.asynciterable',
  ];
  // Other people's declarations are theirs; ours must hold without skipLibCheck.
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  run('typing', process.execPath, [tsc, ...flags, 'probe.ts'], (line) =>
    /^(probe\.ts|node_modules\/@genvoris\/(?!.*\/node_modules\/))/.test(line),
  );

  for (const { folder, bins } of packed) {
    for (const [name, file] of bins) run(`${name} --help`, process.execPath, [join(folder, file), '--help']);
  }
}

function run(what: string, command: string, args: string[], ours?: (line: string) => boolean): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: site, encoding: 'utf8' });
  if (status === 0) return;
  const lines = `${stdout}${stderr}`.split('\n');
  const shown = ours ? lines.filter(ours) : lines;
  if (shown.length > 0) problems.push(`${what} failed:\n${shown.slice(0, 40).join('\n')}`);
}
