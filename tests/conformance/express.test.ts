import { test } from 'vitest';
import { expectConformance, WHOLE_RUN_MS } from './adapter-harness.ts';
import { startExpress } from './adapters/express.ts';
import { EVERY_MODEL } from './models.ts';

test(
  'the Express adapter conforms in every cell of the matrix',
  () => expectConformance({ name: 'express', models: EVERY_MODEL, start: startExpress }),
  WHOLE_RUN_MS,
);
