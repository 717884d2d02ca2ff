import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{server,shared,pages,tools,tests/house,tests/http}/**/*.test.ts'],
    globalSetup: ['tests/support/database-cluster.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
