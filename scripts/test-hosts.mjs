import { requireNode } from './require-node.mjs';

requireNode('npm run test:hosts', async () => {
  const { testHosts } = await import('./bootstrap/test-hosts.mjs');
  return testHosts();
});
