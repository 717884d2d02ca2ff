import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // All cores of a small machine; beyond, each worker's own PostgreSQL costs more than it brings.
    maxWorkers: Math.min(availableParallelism(), 4),
    // Against what never ends, not against a slow machine: each limit is several times what its test needs there.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    // A worker loads each module once for all of its files. Tests share no state in modules: a shuffled run shows it.
    isolate: false,
    projects: [
      // Reads the repository alone: `npm run check` runs it without a database.
      { extends: true, test: { name: 'house', include: ['tests/house/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{server,shared,browser,admin,rep-app,tools,bench,tests/support}/**/*.test.ts'],
          globalSetup: ['tests/support/databases/database-cluster.ts'],
        },
      },
    ],
  },
})
