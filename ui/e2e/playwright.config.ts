import { defineConfig } from '@playwright/test'

/** Browser tests against the packaged application; `world.ts` starts it, or WAYMARK_URL names one that runs. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.pw.ts',
  globalSetup: './world.ts',
  outputDir: '../target/e2e',
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['./counts.ts']],
  use: {
    baseURL: process.env.WAYMARK_URL,
    launchOptions: { executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] },
    viewport: { width: 1440, height: 900 },
    timezoneId: 'UTC',
    locale: 'en-GB',
    trace: 'off',
    screenshot: 'only-on-failure',
  },
})
