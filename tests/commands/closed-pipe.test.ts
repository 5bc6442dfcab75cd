import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = (path: string) => fileURLToPath(new URL(`../../${path}/src/cli.ts`, import.meta.url));

test.each([
  ['genvoris-mock', source('packages/mock'), '--list'],
  ['genvoris-conformance', source('packages/conformance'), 'provider', '--list'],
  ['portal', source('apps/portal'), 'serve', '--help'],
])('%s ends without a word when nobody reads on, as before `| head`', async (_name, ...args) => {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  expect(complaint).toBe('');
  // 0 for one that was through before it noticed.
  expect([0, 141]).toContain(code);
});
