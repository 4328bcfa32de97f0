import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Suites that load the real model, start processes or build whole indexes. */
const slowSuites = [
  'test/golden/**/*.test.ts',
  'test/e2e/**/*.test.ts',
  'test/faults/**/*.test.ts',
  'test/contract/**/*.test.ts',
  'test/support/discord/*.test.ts',
];

const shared = { setupFiles: ['test/support/refuse-network.ts'], environment: 'node' as const };

export default defineConfig({
  test: {
    // By default one core is left free, which on the two of an ordinary machine means one file after another.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: slowSuites,
          testTimeout: 5_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'slow',
          include: slowSuites,
          // The first test of a file may embed a whole sample corpus on two busy cores.
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
