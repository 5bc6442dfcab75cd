import { begin } from './begin.mjs';

begin('npm run tool', async () => {
  const { tool } = await import('./bootstrap/tool.mjs');
  return tool();
});
