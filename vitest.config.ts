import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Polling ends as soon as it may; how long it may last is for a machine with other things to do.
const limits = { testTimeout: 30_000, hookTimeout: 60_000, expect: { poll: { timeout: 15_000 } } };
const not = ['**/node_modules/**', '**/dist/**'];

// Node keeps what it compiled: half the time of the hundreds of short processes that tests start.
const compiled = new URL('node_modules/.cache/genvoris/compiled', import.meta.url);
const env = { NODE_COMPILE_CACHE: fileURLToPath(compiled) };

// What takes longest. Begun among the last, where its size would put it, such a file would run on alone.
const LONGEST = [
  'tests/provider/portal.test.ts',
  'tests/conformance/widget.test.ts',
  'apps/portal/tests/battery.test.ts',
  'tests/crash/shop/shop.test.ts',
  'tests/conformance/cli.test.ts',
  'tests/conformance/broken-adapters.test.ts',
  'tests/demo-store/demo-store.test.ts',
  'tests/contract-change/contract-change.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((path) => moduleId.endsWith(`/${path}`));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    // One more than there are cores: many tests wait for a timer, a browser or another process for much of their time.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        // Sharing a worker between files is three times as fast, and these files leave nothing behind in it.
        test: {
          name: 'units',
          include: ['{packages,apps,scripts,bench}/**/*.test.ts'],
          exclude: not,
          pool: 'threads',
          isolate: false,
          env,
          ...limits,
        },
      },
      {
        // These start servers, browsers and other processes, so each file has a process of its own.
        test: {
          name: 'whole',
          include: ['tests/**/*.test.ts'],
          exclude: [...not, 'tests/hosts/**'],
          pool: 'forks',
          env,
          ...limits,
        },
      },
    ],
  },
});
