import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { gates } from './gates.mjs';
import { howToInstall, missingPackages } from './hosts.mjs';
import { install } from './install.mjs';
import { bad, elapsed, faint, good, say, seconds, step } from './report.mjs';
import { cache, checkWritable, root } from './repository.mjs';
import { toolchain } from './toolchain.mjs';
import { UserError } from './user-error.mjs';

const QUIET = ['--output-logs=errors-only', '--log-order=grouped'];
// Written by the tests under tests/ that run the adapters against the contract.
const conformance = join(cache, 'conformance-summary.txt');

export async function test() {
  checkWritable();
  const env = await toolchain();
  await install(env);
  rmSync(conformance, { force: true });
  rmSync(`${conformance}.lock`, { recursive: true, force: true });
  const inside = { cwd: root, env };
  const browser = await step('find a browser', 'node', ['scripts/browser/main.ts'], inside);
  if (!browser.ok)
    throw new UserError(
      'The tests open pages in a real browser, and there is none to be had here (see above).',
    );
  say(faint(`  ${browser.output.trim()}`));
  const stages = [
    ...(await gates(inside)),
    await step(
      'what is published: build it, pack it, use it as a stranger would',
      'pnpm',
      ['exec', 'turbo', 'run', 'published', ...QUIET],
      inside,
    ),
    await tests(inside),
  ];
  summarise(stages);
  return stages.every((stage) => stage.ok) ? 0 : 1;
}

async function tests(inside) {
  const stage = await step(
    'tests of each part, and of all against the contract',
    'pnpm',
    ['exec', 'vitest', 'run'],
    inside,
  );
  const plain = stripVTControlCharacters(stage.output);
  const [files, cases] = [/^\s*Test Files\s+(.+)$/m, /^\s*Tests\s+(.+)$/m].map((pattern) =>
    plain.match(pattern)?.[1]?.trim(),
  );
  const note = files && `${cases} in files: ${files}`;
  if (existsSync(conformance)) return { ...stage, note };
  return { ...stage, ok: false, note: `${note}; no adapter was held to the contract` };
}

function summarise(stages) {
  if (existsSync(conformance)) say(`\n${readFileSync(conformance, 'utf8').trimEnd()}`);
  const width = Math.max(...stages.map(({ title }) => title.length));
  say('');
  for (const { title, ok, ms, note } of stages) {
    const time = (ms === undefined ? 'cached' : seconds(ms)).padStart(8);
    say(`${ok ? good('✓') : bad('✗')} ${title.padEnd(width)} ${time}  ${faint(note ?? '')}`.trimEnd());
  }
  sayWhatIsLeftOut();
  const failed = stages.filter(({ ok }) => !ok);
  const verdict =
    failed.length === 0 ? good('All passed') : bad(`Failed: ${failed.map(({ title }) => title).join(', ')}`);
  say(`\n${verdict} in ${seconds(elapsed())}.`);
}

/** Real hosts are Debian's, and nothing is ever installed on a machine without being asked. */
function sayWhatIsLeftOut() {
  const missing = missingPackages();
  if (missing.length === 0) {
    say(faint('\nA real WordPress, Laravel and MariaDB: `npm run test:hosts`.'));
    return;
  }
  say(
    `\n${bad('NOT RUN:')} the suites on a real WordPress, a real Laravel and a real MariaDB, for want of ${missing.join(', ')}.\n` +
      `On Debian 12, as root: ${howToInstall(missing)}\nThen: npm run test:hosts`,
  );
}
