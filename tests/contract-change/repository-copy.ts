import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { runNode } from '@genvoris/testing/node-process';

const ROOT = join(import.meta.dirname, '../..');
const COPIED = [
  'openapi',
  'packages',
  'apps',
  'bench',
  'scripts',
  'tests',
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'redocly.yaml',
];
const LEFT_OUT = new Set(['dist', '.turbo', '.cache', '.vite', '.genvoris']);

export interface Outcome {
  code: number | null;
  output: string;
}

/** A copy of this repository to change. It shares the installed packages with the original. */
export class RepositoryCopy {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async create(): Promise<RepositoryCopy> {
    const path = await mkdtemp(join(tmpdir(), 'genvoris-copy-'));
    for (const name of COPIED) {
      await cp(join(ROOT, name), join(path, name), {
        recursive: true,
        // pnpm's links are relative: kept as they are, `@genvoris/*` leads into the copy.
        verbatimSymlinks: true,
        filter: (source) => !LEFT_OUT.has(basename(source)),
      });
    }
    await symlink(join(ROOT, 'node_modules'), join(path, 'node_modules'));
    return new RepositoryCopy(path);
  }

  /** Replaces the first occurrence of a text, which has to be there. */
  async edit(file: string, text: string, replacement: string): Promise<void> {
    const path = join(this.path, file);
    const before = await readFile(path, 'utf8');
    if (!before.includes(text)) throw new Error(`${file} does not hold ${JSON.stringify(text)}`);
    await writeFile(
      path,
      before.replace(text, () => replacement),
    );
  }

  /** Runs a script of the copy with this Node. */
  async node(...args: string[]): Promise<Outcome> {
    const { code, said } = await runNode(args, { cwd: this.path });
    return { code, output: said };
  }

  /** Runs `pnpm types` on the copy; returns `file(line,column): message` for each error. */
  async typeErrors(): Promise<string[]> {
    const { output } = await this.node('scripts/types/main.ts');
    // What is indented belongs to the error above it.
    return output.split(/\n(?! )/).filter((error) => / error TS/.test(error));
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}
