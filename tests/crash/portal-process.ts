import { fileURLToPath } from 'node:url';
import { createKeptProcess, type KeptProcess } from './kept-process.ts';

const CLI = fileURLToPath(import.meta.resolve('@genvoris/portal/cli'));

/** A portal in a process of its own. */
export function createPortalProcess(port: number, env: Readonly<Record<string, string>>): KeptProcess {
  const args = [CLI, 'serve', '--port', String(port)];
  return createKeptProcess({ url: `http://127.0.0.1:${port}`, args, env });
}
