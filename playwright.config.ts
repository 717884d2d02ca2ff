import { defineConfig } from '@playwright/test'
import { browserOptions } from './tests/support/browsers/browser.ts'

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/support/databases/journey-cluster.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // Against what never ends, not against a slow machine.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  use: {
    browserName: 'chromium',
    launchOptions: browserOptions(),
    screenshot: 'only-on-failure',
  },
})
