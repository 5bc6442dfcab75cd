import { parseArgs } from 'node:util';
import { readOptions } from '../contract/read-options.ts';
import { REPOSITORY } from '../contract/repository.ts';
import { judgeRepository } from './judge-repository.ts';

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
const verdict = await judgeRepository(root);
console[verdict.ok ? 'log' : 'error'](verdict.text);
process.exitCode = verdict.ok ? 0 : 1;
