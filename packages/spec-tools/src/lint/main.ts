import { parseArgs } from 'node:util';
import { readOptions } from '../contract/read-options.ts';
import { REPOSITORY } from '../contract/repository.ts';
import { toLine } from './problem.ts';

const HELP = `Usage: node packages/spec-tools/src/lint/main.ts

Lints openapi: Redocly's strict rules and ours (redocly.yaml), what spans the specs, and every example
against its schema with an independent JSON Schema 2020-12 validator.

Exit codes: 0 nothing wrong, 1 problems (one line each), 2 wrong usage.
`;

const start = performance.now();
readOptions('lint-specs', HELP, () => parseArgs({ options: { help: { type: 'boolean', default: false } } }));
// Loaded only when there is work: bundler and validators take most of the time.
const { lintSpecs } = await import('./lint-specs.ts');
const { specs, operations, examples, problems } = await lintSpecs(REPOSITORY);
const took = `${((performance.now() - start) / 1000).toFixed(1)} s`;
for (const problem of problems) process.stderr.write(`${toLine(problem)}\n`);
if (problems.length > 0) {
  process.stderr.write(`lint-specs: ${problems.length} problems (${took})\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(
    `lint-specs: ${specs} specs, ${operations} operations and events, ${examples} examples: nothing wrong (${took})\n`,
  );
}
