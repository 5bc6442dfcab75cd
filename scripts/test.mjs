import { begin } from './begin.mjs';

begin('npm test', async () => {
  const { test } = await import('./bootstrap/test.mjs');
  return test();
});
