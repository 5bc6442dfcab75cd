import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toDocument } from './layout.ts';
import { accessPage } from './pages/access.ts';
import { errorsPage } from './pages/errors.ts';
import { eventsPage } from './pages/events.ts';
import { homePage } from './pages/home.ts';
import { referencePage } from './pages/reference.ts';
import { SPEC_NAMES, specText } from './specs.ts';

export interface DocsOptions {
  /** The folder to write; it is wiped first. */
  outDir: string;
  /** Where "try it" sends requests: the address of a running mock server. */
  mockUrl?: string;
}

/** Writes the whole site as static files, which any web server can host. Returns the paths written. */
export async function buildDocs({
  outDir,
  mockUrl = 'http://127.0.0.1:4010',
}: DocsOptions): Promise<string[]> {
  await rm(outDir, { recursive: true, force: true });
  const files = new Map<string, string>();
  for (const page of [homePage(), accessPage(), errorsPage(), eventsPage()])
    files.set(page.path, toDocument(page));
  for (const name of SPEC_NAMES) {
    files.set(`reference/${name}.html`, referencePage(name, mockUrl));
    files.set(`specs/${name}.json`, specText(name));
  }
  for (const [path, text] of files) {
    await mkdir(dirname(join(outDir, path)), { recursive: true });
    await writeFile(join(outDir, path), text);
  }
  await cp(fileURLToPath(new URL('../static', import.meta.url)), outDir, { recursive: true });
  await mkdir(join(outDir, 'vendor'), { recursive: true });
  await cp(
    fileURLToPath(new URL('browser/standalone.js', import.meta.resolve('@scalar/api-reference'))),
    join(outDir, 'vendor/scalar.js'),
  );
  return [...files.keys()];
}
