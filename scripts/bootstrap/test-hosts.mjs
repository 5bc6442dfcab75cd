import { howToInstall, MISSING, missingPackages } from './hosts.mjs';
import { install } from './install.mjs';
import { bad, elapsed, good, say, seconds } from './report.mjs';
import { checkWritable, root } from './repository.mjs';
import { run } from './run.mjs';
import { toolchain } from './toolchain.mjs';

/** The suites on a real WordPress, a real Laravel and a real MariaDB. It installs nothing on the machine. */
export async function testHosts() {
  const missing = missingPackages();
  if (missing.length > 0) {
    say(
      `${bad('✗')} Real hosts are missing here (${missing.join(', ')}). On Debian 12, as root:\n\n  ${howToInstall(missing)}\n`,
    );
    return MISSING;
  }
  checkWritable();
  const env = await toolchain();
  await install(env);
  const args = [
    'exec',
    'vitest',
    'run',
    '--config',
    'tests/hosts/vitest.config.ts',
    ...process.argv.slice(2),
  ];
  const code = await run('pnpm', args, { cwd: root, env });
  say(`${code === 0 ? good('✓ real hosts') : bad('✗ real hosts')} in ${seconds(elapsed())}.`);
  return code;
}
