import { test } from 'vitest';
import { expectConformance, WHOLE_RUN_MS } from './adapter-harness.ts';
import { startExpress } from './adapters/express.ts';

test(
  'the Express adapter conforms in every cell of the matrix',
  () => expectConformance({ name: 'express', start: startExpress }),
  WHOLE_RUN_MS,
);
