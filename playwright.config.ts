import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A second try on CI only, where other work may starve the browser; the report names what needed one.
  retries: process.env['CI'] === undefined ? 0 : 1,
  // Far above what a specification takes on two busy cores: a limit, not a measure.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['./test/e2e/host-reporter.ts']],
})
