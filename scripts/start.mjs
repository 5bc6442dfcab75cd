import { requireNode } from './require-node.mjs';

requireNode('npm start', async () => {
  const { start } = await import('./bootstrap/start.mjs');
  return start();
});
