import { requireNode } from './require-node.mjs';

requireNode('npm run tool', async () => {
  const { tool } = await import('./bootstrap/tool.mjs');
  return tool();
});
