import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Polling ends as soon as it may; how long it may last is for a machine with other things to do.
const limits = { testTimeout: 30_000, hookTimeout: 60_000, expect: { poll: { timeout: 15_000 } } };
const not = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    // One more than there are cores: many tests wait for a timer, a browser or another process for much of their time.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        // Sharing a worker between files is three times as fast, and these files leave nothing behind in it.
        test: {
          name: 'units',
          include: ['{packages,apps,scripts,bench}/**/*.test.ts'],
          exclude: not,
          pool: 'threads',
          isolate: false,
          ...limits,
        },
      },
      {
        // These start servers, browsers and other processes, so each file has a process of its own.
        test: { name: 'whole', include: ['tests/**/*.test.ts'], exclude: not, pool: 'forks', ...limits },
      },
    ],
  },
});
