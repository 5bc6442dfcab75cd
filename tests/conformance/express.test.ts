import { test } from 'vitest';
import { startExpress } from './adapters/express.ts';
import { expectConformance, WHOLE_RUN_MS } from './hold-adapter.ts';

test(
  'the Express adapter conforms in every cell of the matrix',
  () => expectConformance({ name: 'express', start: startExpress }),
  WHOLE_RUN_MS,
);
