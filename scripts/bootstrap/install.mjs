import { step } from './report.mjs';
import { root } from './repository.mjs';
import { causeOf, UserError } from './user-error.mjs';

// pnpm's own patience, a minute and more for each of many packages, is no use where there is no network.
const RETRIES = ['fetch-retries=2', 'fetch-retry-mintimeout=500', 'fetch-retry-maxtimeout=2000'];

/** Installs exactly what the lockfile says; a moment where nothing changed. */
export async function install(env) {
  const installed = await step(
    'install from the lockfile',
    'pnpm',
    ['install', '--frozen-lockfile', ...RETRIES.map((setting) => `--config.${setting}`)],
    {
      cwd: root,
      lastLines: 20,
      // pnpm asks before it rebuilds node_modules unless it is told that nobody is there to answer.
      env: { ...env, CI: 'true' },
    },
  );
  if (!installed.ok) {
    throw new UserError(
      `pnpm could not install.\n${causeOf(installed.output) ?? 'Its own words are above.'}`,
    );
  }
}
