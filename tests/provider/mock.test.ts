import { mockSetup, runProvider } from '@genvoris/conformance';
import { createMock } from '@genvoris/mock';
import { expect, test } from 'vitest';
import { complaints } from '../conformance/adapter-harness.ts';
import { addProviderToSummary } from '../conformance/summary.ts';
import { MOCK_EXCUSED } from './mock-exceptions.ts';

test('the mocks give every documented answer of the Genvoris side', { timeout: 180_000 }, async () => {
  // Other origins may read a mock's answers by default: the docs' "try it" needs that.
  await using mock = await createMock({ cors: false });
  const report = await runProvider({
    name: 'provider: mock',
    target: mock.url,
    apiKey: 'gvk_live_the_first_store',
    secondApiKey: 'gvk_live_the_second_store',
    internalSecret: 'an internal secret of the run',
    setup: mockSetup(mock.url),
    excused: MOCK_EXCUSED,
  });
  addProviderToSummary(report);
  expect(complaints(report)).toEqual([]);
  expect(report.conforms).toBe(true);
  const answers = report.cells.filter(({ dimension }) => dimension === 'answer');
  expect(answers.length).toBeGreaterThan(250);
  // Each came by itself: nothing that is documented is listed as out of reach.
  expect(answers.filter(({ reason }) => reason !== undefined)).toEqual([]);
});
