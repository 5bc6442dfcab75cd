import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const BUILDER = fileURLToPath(new URL('../../../docs/src/main.ts', import.meta.url));

export interface BuiltDocs {
  folder: string;
  remove(): Promise<void>;
}

/** Builds the API docs into a folder of their own. An app imports no other app, so it runs the builder. */
export async function buildDocs(mockUrl: string, abort: AbortSignal): Promise<BuiltDocs> {
  const folder = await mkdtemp(join(tmpdir(), 'genvoris-docs-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await run(process.execPath, [BUILDER, '--out', folder, '--mock-url', mockUrl], { signal: abort });
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
