import { test } from 'vitest';
import { startLaravel } from './adapters/laravel.ts';
import { expectConformance, WHOLE_RUN_MS } from './hold-adapter.ts';

test(
  'the Laravel-style adapter conforms in every cell of the matrix',
  () => expectConformance({ name: 'laravel', start: startLaravel, externalId: 'laravel_{shopper}' }),
  WHOLE_RUN_MS,
);
