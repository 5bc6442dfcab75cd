import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { elapsed, faint, good, say, seconds } from './report.mjs';
import { cache, pinned } from './repository.mjs';
import { run } from './run.mjs';
import { causeOf, UserError } from './user-error.mjs';

const windows = process.platform === 'win32';
// One more try is enough to tell a hiccup from no network; npm's own patience is over a minute.
const NPM_FLAGS = ['--loglevel=error', '--fetch-retries=1', '--fetch-retry-mintimeout=2000'];
const remembered = join(cache, 'toolchain');

/**
 * Makes the pinned Node and pnpm available and returns the environment in which `node` and `pnpm` are them:
 * ours if it has them already, else from the npm registry through `npm exec`.
 */
export async function toolchain() {
  const versions = pinned();
  const from = elapsed();
  const env = environment(await findFolder(versions));
  say(
    `${good('✓')} Node ${versionOf('node', env)}, pnpm ${versionOf('pnpm', env)}  ${faint(seconds(elapsed() - from))}`,
  );
  return env;
}

// The folder to put before PATH, or none where PATH has the right ones already.
async function findFolder(versions) {
  if (isToolchain(environment(), versions)) return undefined;
  const known = existsSync(remembered) ? readFileSync(remembered, 'utf8') : undefined;
  if (known && isToolchain(environment(known), versions)) return known;
  return fetchFolder(versions);
}

async function fetchFolder(versions) {
  say(`→ fetching Node ${versions.node} and pnpm ${versions.pnpm} from the npm registry`);
  // Started in an empty folder, where npm has no project to look at.
  const cwd = mkdtempSync(join(tmpdir(), 'genvoris-'));
  let output = '';
  const onOutput = (text) => {
    output += text;
  };
  const [command, ...before] = npm();
  const packages = Object.entries(versions).map(([name, version]) => `--package=${name}@${version}`);
  const args = [
    ...before,
    'exec',
    '--yes',
    ...NPM_FLAGS,
    ...packages,
    '--',
    'node',
    '--print',
    'process.env.PATH',
  ];
  const code = await run(command, args, {
    cwd,
    env: environment(),
    onOutput,
  });
  rmSync(cwd, { recursive: true, force: true });
  const folder = output
    .split(/\r?\n/)
    .flatMap((line) => line.split(delimiter))
    .find((candidate) => candidate.includes('_npx') && existsSync(candidate));
  if (code !== 0 || !folder) {
    throw new UserError(
      `${output.trim()}\n\nnpm could not fetch Node and pnpm.\n${causeOf(output) ?? 'Its own words are above.'}`,
    );
  }
  if (!isToolchain(environment(folder), versions)) {
    throw new UserError(
      `npm fetched Node and pnpm into ${folder}, and they do not run. If your .npmrc says ignore-scripts=true, set it to false for this: the "node" package fetches its binary in a script.`,
    );
  }
  writeFileSync(remembered, folder);
  return folder;
}

function environment(folder) {
  const env = { ...process.env };
  // npm tells the scripts it runs about itself in variables that pnpm would take for its own settings.
  for (const name of Object.keys(env)) if (/^npm_/i.test(name) && !isSetting(name)) delete env[name];
  const path = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  if (folder) env[path] = [folder, env[path]].join(delimiter);
  return {
    ...env,
    DO_NOT_TRACK: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  };
}

const isSetting = (name) =>
  /^npm_config_(registry|cafile|ca|proxy|https_?proxy|no_?proxy|strict_ssl|cache|userconfig|globalconfig)$/i.test(
    name,
  );

function isToolchain(env, versions) {
  const major = (version) => version?.split('.')[0];
  return ['node', 'pnpm'].every((tool) => major(versionOf(tool, env)) === major(versions[tool]));
}

function versionOf(tool, env) {
  try {
    return execFileSync(tool, ['--version'], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: windows,
    })
      .trim()
      .replace(/^v/, '');
  } catch {
    return undefined;
  }
}

// Under `npm start` the npm that runs us says where it is; under plain node it is beside node or on PATH.
function npm() {
  const told = process.env.npm_execpath;
  if (told?.endsWith('npm-cli.js')) return [process.execPath, told];
  const beside = join(dirname(process.execPath), windows ? 'npm.cmd' : 'npm');
  return [existsSync(beside) ? beside : 'npm'];
}
