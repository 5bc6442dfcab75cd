import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(import.meta.dirname, '..', '..');
// TypeScript 7, whose compiler takes 40 % of the time; tools that use the compiler as a library still need 5.
const native = fileURLToPath(import.meta.resolve('typescript-native/package.json'));
const tsc = join(dirname(native), 'bin', 'tsc');

// What runs on Node is one program, for half of it would be checked once by each of a dozen otherwise. The
// others may use less than Node has, or a browser's types, so each is a program of its own.
const PROGRAMS = [
  'tsconfig.json',
  'packages/contract/tsconfig.json',
  'packages/http/tsconfig.json',
  'packages/widget/tsconfig.json',
  'packages/widget/tsconfig.node.json',
  'tests/widget/tsconfig.json',
];

const [whole, ...small] = PROGRAMS;
const codes = await Promise.all([check(whole), inTurn(small)]);
process.exitCode = codes.flat().some((code) => code !== 0) ? 1 : 0;

async function inTurn(programs: readonly string[]): Promise<number[]> {
  const codes: number[] = [];
  for (const program of programs) codes.push(await check(program));
  return codes;
}

function check(program = ''): Promise<number> {
  const child = spawn(process.execPath, [tsc, '--noEmit', '--pretty', 'false', '-p', program], {
    cwd: root,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve(code ?? 1));
  });
}
