import { test } from 'vitest';
import { startNode } from './adapters/node.ts';
import { expectConformance, WHOLE_RUN_MS } from './hold-adapter.ts';

test(
  'the Node adapter conforms in every cell of the matrix',
  () => expectConformance({ name: 'node', start: startNode }),
  WHOLE_RUN_MS,
);
