import { parseArgs } from 'node:util';
import { REPOSITORY } from '../contract/repository.ts';
import { toLine } from './problem.ts';

const HELP = `Usage: node packages/spec-tools/src/lint/main.ts

Lints openapi: Redocly's strict rules and ours (redocly.yaml), what spans the specs, and every example
against its schema with an independent JSON Schema 2020-12 validator.

Exit codes: 0 nothing wrong, 1 problems (one line each), 2 wrong usage.
`;

process.exitCode = await main();

async function main(): Promise<number> {
  const start = performance.now();
  try {
    const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
    if (values.help) {
      process.stdout.write(HELP);
      return 0;
    }
  } catch (cause) {
    process.stderr.write(`lint-specs: ${cause instanceof Error ? cause.message : cause}\n\n${HELP}`);
    return 2;
  }
  const { lintSpecs } = await import('./lint-specs.ts');
  const { specs, operations, examples, problems } = await lintSpecs(REPOSITORY);
  const took = `${((performance.now() - start) / 1000).toFixed(1)} s`;
  for (const problem of problems) process.stderr.write(`${toLine(problem)}\n`);
  if (problems.length > 0) {
    process.stderr.write(`lint-specs: ${problems.length} problems (${took})\n`);
    return 1;
  }
  process.stdout.write(
    `lint-specs: ${specs} specs, ${operations} operations and events, ${examples} examples: nothing wrong (${took})\n`,
  );
  return 0;
}
