import { describe, expect, it } from 'vitest';
import { startExpress } from './adapters/express.ts';
import { complaints, holdAdapter, WHOLE_RUN_MS } from './hold-adapter.ts';

describe('the Express adapter', () => {
  it(
    'conforms in every cell of the matrix',
    async () => {
      const report = await holdAdapter({ name: 'express', start: startExpress });
      expect(complaints(report)).toEqual([]);
      expect(report.total.ran).toBe(report.total.total);
      expect(report.checks.filter(({ state }) => state !== 'holds')).toEqual([]);
    },
    WHOLE_RUN_MS,
  );
});
