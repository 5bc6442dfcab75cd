import { begin } from './begin.mjs';

begin('pnpm check', async () => {
  const { check } = await import('./bootstrap/check.mjs');
  return check();
});
