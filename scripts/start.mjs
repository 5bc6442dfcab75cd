import { begin } from './begin.mjs';

begin('npm start', async () => {
  const { start } = await import('./bootstrap/start.mjs');
  return start();
});
