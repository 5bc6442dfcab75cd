import { fileURLToPath } from 'node:url';
import { type NodeProcess, startNode } from '@genvoris/testing/node-process';

const MAIN = fileURLToPath(new URL('../../apps/demo-store/src/main.ts', import.meta.url));

/** The demo shop as a process of its own, the way `npm start` runs it; without the portal unless asked for. */
export function runDemo(options: string[], env: Record<string, string> = {}): NodeProcess {
  const args = options.includes('--portal') ? options : [...options, '--no-portal'];
  return startNode([MAIN, ...args], { env: { ...process.env, PORT: '', MOCK_PORT: '', ...env } });
}
