import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { install } from './install.mjs';
import { sayToStderr } from './report.mjs';
import { checkWritable, root } from './repository.mjs';
import { run } from './run.mjs';
import { toolchain } from './toolchain.mjs';
import { UserError } from './user-error.mjs';

const HELP = `Runs a command of this repository on the pinned Node and pnpm, which it brings itself.

  npm run tool -- <command> [arguments]

  npm run tool -- genvoris-mock --list
  npm run tool -- genvoris-conformance run --help
  npm run tool -- portal --help
  npm run tool -- pnpm generate`;

export async function tool() {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined || command === '--help' || command === '-h') {
    (command === undefined ? console.error : console.log)(HELP);
    return command === undefined ? 2 : 0;
  }
  checkWritable();
  sayToStderr();
  const env = await toolchain();
  if (!existsSync(join(root, 'node_modules', '.bin'))) await install(env);
  const path = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[path] = [join(root, 'node_modules', '.bin'), env[path]].join(delimiter);
  // npm goes to the repository's folder; files are meant from where it was called.
  return run(command, args, { cwd: process.env.INIT_CWD ?? process.cwd(), env }).catch((error) => {
    throw error.code === 'ENOENT' ? new UserError(`There is no command ${command} here.\n\n${HELP}`) : error;
  });
}
