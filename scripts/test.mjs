import { requireNode } from './require-node.mjs';

requireNode('npm test', async () => {
  const { test } = await import('./bootstrap/test.mjs');
  return test();
});
