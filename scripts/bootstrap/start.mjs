import { install } from './install.mjs';
import { elapsed, say, seconds } from './report.mjs';
import { checkWritable, root } from './repository.mjs';
import { run, stopped } from './run.mjs';
import { toolchain } from './toolchain.mjs';

export async function start() {
  checkWritable();
  const env = await toolchain();
  await install(env);
  say(
    `→ starting the demo shop, its mock servers and the API docs  (${seconds(elapsed())} so far; Ctrl+C stops it all)\n`,
  );
  const code = await run('node', ['apps/demo-store/src/main.ts', ...process.argv.slice(2)], {
    cwd: root,
    env,
  });
  return stopped() && code === 128 + 2 ? 0 : code;
}
