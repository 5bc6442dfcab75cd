import { describe, expect, it } from 'vitest';
import { startLaravel } from './adapters/laravel.ts';
import { complaints, holdAdapter, WHOLE_RUN_MS } from './hold-adapter.ts';

describe('the Laravel-style adapter', () => {
  it(
    'conforms in every cell of the matrix',
    async () => {
      const report = await holdAdapter({
        name: 'laravel',
        start: startLaravel,
        externalId: 'laravel_{shopper}',
      });
      expect(complaints(report)).toEqual([]);
      expect(report.total.ran).toBe(report.total.total);
      expect(report.checks.filter(({ state }) => state !== 'holds')).toEqual([]);
    },
    WHOLE_RUN_MS,
  );
});
