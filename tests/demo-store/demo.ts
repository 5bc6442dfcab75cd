import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type NodeProcess, startNode } from '@genvoris/testing/node-process';

const MAIN = fileURLToPath(new URL('../../apps/demo-store/src/main.ts', import.meta.url));

/** Where shops of tests keep their data, unless they say where. */
export const DATA: string = join(tmpdir(), `genvoris-demo-shop-${process.pid}`);

/** The demo shop as a process of its own, the way `npm start` runs it; without the portal unless asked for. */
export function runDemo(options: string[], env: Record<string, string> = {}): NodeProcess {
  const args = options.includes('--portal') ? [...options] : [...options, '--no-portal'];
  if (!options.includes('--data')) args.push('--data', DATA);
  return startNode([MAIN, ...args], { env: { ...process.env, PORT: '', MOCK_PORT: '', ...env } });
}
