import { requireNode } from './require-node.mjs';

requireNode('pnpm check', async () => {
  const { check } = await import('./bootstrap/check.mjs');
  return check();
});
