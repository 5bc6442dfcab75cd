import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'hosts',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    pool: 'forks',
    // Each file starts servers of its own; two beside each other are what two cores carry.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 90_000,
  },
});
