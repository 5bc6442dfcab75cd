import { test } from 'vitest';
import { startFastify } from './adapters/fastify.ts';
import { expectConformance, WHOLE_RUN_MS } from './hold-adapter.ts';

test(
  'the Fastify adapter conforms in every cell of the matrix',
  () => expectConformance({ name: 'fastify', start: startFastify }),
  WHOLE_RUN_MS,
);
