import { test } from 'vitest';
import { expectConformance, WHOLE_RUN_MS } from './adapter-harness.ts';
import { startLaravel } from './adapters/laravel.ts';

test(
  'the Laravel-style adapter conforms in every cell of the matrix',
  () => expectConformance({ name: 'laravel', start: startLaravel, externalId: 'laravel_{shopper}' }),
  WHOLE_RUN_MS,
);
