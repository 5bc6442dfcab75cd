import { test } from 'vitest';
import { startHono } from './adapters/hono.ts';
import { expectConformance, WHOLE_RUN_MS } from './hold-adapter.ts';

test(
  'the core on Web requests, in Hono, conforms in every cell of the matrix',
  () => expectConformance({ name: 'hono', start: startHono }),
  WHOLE_RUN_MS,
);
