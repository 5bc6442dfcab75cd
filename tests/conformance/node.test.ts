import { describe, expect, it } from 'vitest';
import { startNode } from './adapters/node.ts';
import { complaints, holdAdapter, WHOLE_RUN_MS } from './hold-adapter.ts';

describe('the Node adapter', () => {
  it(
    'conforms in every cell of the matrix',
    async () => {
      const report = await holdAdapter({ name: 'node', start: startNode });
      expect(complaints(report)).toEqual([]);
      expect(report.total.ran).toBe(report.total.total);
      expect(report.checks.filter(({ state }) => state !== 'holds')).toEqual([]);
    },
    WHOLE_RUN_MS,
  );
});
