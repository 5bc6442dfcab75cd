import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenClaims, COMPILERS, complaints, writeExamples } from './examples.ts';
import { brokenPromises, fetchNode, lowestNode } from './lowest-node.ts';
import { type Packed, packAll } from './pack.ts';
import { USES } from './uses.ts';

const root = join(import.meta.dirname, '..', '..');
const site = mkdtempSync(join(tmpdir(), 'genvoris-published-'));
const problems: string[] = [];
const EXPECT = `import { strictEqual as expect } from 'node:assert';`;

try {
  const packed = packAll(root, site);
  const missing = packed.filter(({ folder }) => !existsSync(join(folder, 'dist')));
  if (missing.length > 0)
    problems.push(`not built: ${missing.map(({ name }) => name).join(', ')}. Run \`pnpm build\`.`);
  else check(packed);
  for (const { name, forgotten } of packed)
    for (const entry of forgotten)
      problems.push(`${name}: ${entry} is under "exports", but not under "publishConfig"."exports"`);
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
  problems.push(...packed.flatMap(brokenPromises));
  useWith(process.execPath, packed);
  if (process.env.GENVORIS_LOWEST_NODE) {
    for (const version of new Set(packed.map(lowestNode)))
      useWith(
        fetchNode(version),
        packed.filter((each) => lowestNode(each) === version),
      );
  }

  const probe = join(site, 'probe.ts');
  writeFileSync(
    probe,
    modules.map((specifier, index) => `export * as m${index} from '${specifier}';`).join('\n'),
  );
  const examples = writeExamples(root, site);
  for (const [name, options] of Object.entries(COMPILERS))
    for (const complaint of complaints(site, [probe, ...examples], options))
      problems.push(`${name}: ${complaint}`);
  problems.push(...brokenClaims(site));
}

/** Imports all that the packages export, uses each, and asks its commands for help. */
function useWith(node: string, packed: Packed[]): void {
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const module = (text: string) => ['--input-type=module', '-e', text];
  for (const { name, folder, entries, bins } of packed) {
    const imports = [...entries]
      .filter(([, target]) => typeof target !== 'string')
      .map(([specifier]) => `await import(${JSON.stringify(specifier)});`);
    const use = USES[name];
    if (use === undefined) problems.push(`${name}: scripts/published/uses.ts does not use it`);
    run(`using ${name} on Node ${version}`, node, module([EXPECT, use, ...imports].join('\n')));
    for (const [bin, file] of bins)
      run(`${bin} --help on Node ${version}`, node, [join(folder, file), '--help']);
  }
}

function run(what: string, command: string, args: string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: site, encoding: 'utf8' });
  if (status === 0) return;
  problems.push(`${what} failed:\n${`${stdout}${stderr}`.split('\n').slice(0, 40).join('\n')}`);
}
