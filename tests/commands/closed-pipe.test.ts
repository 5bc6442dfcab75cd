import { fileURLToPath } from 'node:url';
import { startNode } from '@genvoris/testing/node-process';
import { expect, test } from 'vitest';

const source = (path: string) => fileURLToPath(new URL(`../../${path}/src/cli.ts`, import.meta.url));

test.each([
  ['genvoris-mock', source('packages/mock'), '--list'],
  ['genvoris-conformance', source('packages/conformance'), 'provider', '--list'],
  ['portal', source('apps/portal'), 'serve', '--help'],
])('%s ends without a word when nobody reads on, as before `| head`', async (_name, ...args) => {
  const { child, ended, stderr } = startNode(args);
  child.stdout?.destroy();
  // 0 for one that was through before it noticed.
  expect([0, 141]).toContain(await ended);
  expect(stderr()).toBe('');
});
