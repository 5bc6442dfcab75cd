import { parseArgs } from 'node:util';
import { readOptions } from '../contract/read-options.ts';
import { REPOSITORY } from '../contract/repository.ts';
import { hashInputs, hashOutputs, readHashes, writeHashes } from './input-hash.ts';

const HELP = `Usage: node packages/spec-tools/src/generate/main.ts [--check] [--force]

Writes packages/contract/specs and packages/contract/src/gen from openapi.

  --check   write nothing; fail and name the files that are not what would be written
  --force   generate even if nothing changed since the last run
  --help    show this text

Exit codes: 0 done or in sync, 1 a spec is wrong or files are out of sync, 2 wrong usage.
`;

const start = performance.now();
const options = readOptions('generate', HELP, () =>
  parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }),
);
process.exitCode = await main();

async function main(): Promise<number> {
  const inputs = hashInputs(REPOSITORY);
  const last = readHashes(REPOSITORY);
  if (!options.force && last?.inputs === inputs && last.outputs === hashOutputs(REPOSITORY)) {
    say(`nothing changed (${since()})`);
    return 0;
  }
  // Loaded only when there is work: bundler and compilers take most of the time.
  const { generate } = await import('./generate.ts');
  const { SpecError } = await import('../contract/spec-error.ts');
  const { compareFiles, rewriteFiles } = await import('./write-files.ts');
  let files: Map<string, string>;
  try {
    files = await generate(REPOSITORY, ({ what, milliseconds }) =>
      say(`${what} (${milliseconds.toFixed(0)} ms)`),
    );
  } catch (cause) {
    if (!(cause instanceof SpecError)) throw cause;
    process.stderr.write(`generate: ${cause.message}\n`);
    return 1;
  }
  const differences = compareFiles(REPOSITORY, files);
  if (options.check && differences.length > 0) {
    process.stderr.write(
      `generate: out of sync with openapi; run \`pnpm generate\` and commit what it writes\n`,
    );
    for (const { file, problem } of differences) process.stderr.write(`  ${file}: ${problem}\n`);
    return 1;
  }
  if (differences.length > 0) rewriteFiles(REPOSITORY, files);
  writeHashes(REPOSITORY, { inputs, outputs: hashOutputs(REPOSITORY) });
  const count = differences.length === 0 ? 'all as they were' : `${differences.length} changed`;
  say(`${files.size} files, ${count} (${since()} in all)`);
  return 0;
}

function say(line: string): void {
  process.stdout.write(`generate: ${line}\n`);
}

function since(): string {
  return `${(performance.now() - start).toFixed(0)} ms`;
}
