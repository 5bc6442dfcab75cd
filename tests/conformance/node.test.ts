import { test } from 'vitest';
import { expectConformance, WHOLE_RUN_MS } from './adapter-harness.ts';
import { startNode } from './adapters/node.ts';

test(
  'the Node adapter conforms in every cell of the matrix',
  () => expectConformance({ name: 'node', start: startNode }),
  WHOLE_RUN_MS,
);
