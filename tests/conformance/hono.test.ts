import { test } from 'vitest';
import { expectConformance, WHOLE_RUN_MS } from './adapter-harness.ts';
import { startHono } from './adapters/hono.ts';

test(
  'the core on Web requests, in Hono, conforms in every cell of the matrix',
  () => expectConformance({ name: 'hono', start: startHono }),
  WHOLE_RUN_MS,
);
