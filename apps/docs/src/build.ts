import { existsSync, mkdirSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DESIGN, TOKENS } from '@genvoris/design';
import { toFramedPage } from './layout.ts';
import { accessPage } from './pages/access.ts';
import { errorsPage } from './pages/errors.ts';
import { eventsPage } from './pages/events.ts';
import { homePage } from './pages/home.ts';
import { referencePage } from './pages/reference.ts';
import { SPEC_NAMES, specText } from './specs.ts';

export interface DocsOptions {
  /** The folder to write: a new one, an empty one, or one that holds such a site, which is wiped first. */
  outDir: string;
  /** Where "try it" sends requests: the address of a running mock server. */
  mockUrl?: string | undefined;
}

/** The folder cannot be written, or wiping it would take files that this builder did not write. */
export class ForeignFolderError extends Error {
  override name = 'ForeignFolderError';
}

const STATIC = fileURLToPath(new URL('../static', import.meta.url));
const VENDORED = 'vendor/scalar.js';

/**
 * Writes the whole site as static files, which any web server can host. Returns the paths written.
 *
 * @throws ForeignFolderError
 */
export async function buildDocs({
  outDir,
  mockUrl = 'http://127.0.0.1:4010',
}: DocsOptions): Promise<string[]> {
  await wipe(outDir);
  const files = new Map<string, string>();
  for (const page of [homePage(), accessPage(), errorsPage(), eventsPage()])
    files.set(page.path, toFramedPage(page));
  for (const name of SPEC_NAMES) {
    files.set(`reference/${name}.html`, referencePage(name, mockUrl.replace(/\/+$/, '')));
    files.set(`specs/${name}.json`, specText(name));
  }
  await cp(STATIC, outDir, { recursive: true });
  for (const [path, text] of files) {
    await mkdir(dirname(join(outDir, path)), { recursive: true });
    await writeFile(join(outDir, path), text);
  }
  for (const [name, shared] of [
    ['style.css', DESIGN],
    ['reference.css', TOKENS],
  ] as const)
    await writeFile(join(outDir, name), shared + (await readFile(join(STATIC, name), 'utf8')));
  await mkdir(join(outDir, 'vendor'), { recursive: true });
  await cp(
    fileURLToPath(new URL('browser/standalone.js', import.meta.resolve('@scalar/api-reference'))),
    join(outDir, VENDORED),
  );
  return [...files.keys()];
}

async function wipe(outDir: string): Promise<void> {
  const empty = !existsSync(outDir) || (await readdir(outDir)).length === 0;
  if (!empty && !existsSync(join(outDir, VENDORED))) {
    throw new ForeignFolderError(
      `${outDir} holds files, but no site of this builder. Choose another folder with --out, or empty it.`,
    );
  }
  try {
    await rm(outDir, { recursive: true, force: true });
    makeFolder(outDir);
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new ForeignFolderError(
      `${outDir} cannot be written: ${reason}. Choose another folder with --out.`,
      {
        cause,
      },
    );
  }
}

/** Node's own `recursive` never ends where the system denies a folder that is there, as under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
