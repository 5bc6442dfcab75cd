import { type ConformanceOptions, type Report, runConformance } from '@genvoris/conformance';
import { expect } from 'vitest';
import { TWO_MODELS } from './models.ts';
import { addToSummary } from './summary.ts';
import { UNSUPPORTED } from './unsupported.ts';

/** The whole matrix on one adapter, which takes as long as it takes on a busy machine. */
export const WHOLE_RUN_MS = 240_000;

/** Holds an adapter to the whole matrix, and leaves its line for the end of `npm test`. */
export async function expectConformance(options: ConformanceOptions & { name: string }): Promise<void> {
  const report = await runConformance({ unsupported: UNSUPPORTED, models: TWO_MODELS, ...options });
  addToSummary(report.name, report.total);
  expect(complaints(report)).toEqual([]);
  expect(report.total.ran).toBe(report.total.total);
  expect(report.checks.filter(({ state }) => state !== 'holds')).toEqual([]);
}

/** What does not conform, short enough to be read in a test's failure. */
export function complaints(report: Report): string[] {
  return report.cells
    .filter(({ state }) => state !== 'conforms')
    .flatMap(({ id, reason, findings }) => [
      ...(reason === undefined ? [] : [`${id}: ${reason}`]),
      ...findings.map(
        ({ check, message, expected, actual }) => `${id}: ${check}: ${message} (${expected} / ${actual})`,
      ),
    ]);
}
