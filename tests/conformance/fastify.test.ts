import { test } from 'vitest';
import { expectConformance, WHOLE_RUN_MS } from './adapter-harness.ts';
import { startFastify } from './adapters/fastify.ts';

test(
  'the Fastify adapter conforms in every cell of the matrix',
  () => expectConformance({ name: 'fastify', start: startFastify }),
  WHOLE_RUN_MS,
);
