import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { chromiumFlags, chromiumPath } from './chromium.ts'
import { environment, origin, results, root, startCommand } from './product.ts'

const executablePath = chromiumPath()

export default defineConfig({
  testDir: 'tests',
  outputDir: join(results, 'stories'),
  fullyParallel: true,
  workers: 2,
  // On a crowded machine a story can be late; the test command names each that needed its second try.
  retries: 1,
  forbidOnly: Boolean(process.env['CI']),
  // A story that needs a fourth code waits for it, up to one step of 30 s.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: join(results, 'stories.json') }]],
  use: {
    baseURL: origin,
    locale: 'ca-ES',
    timezoneId: 'Europe/Madrid',
    trace: 'retain-on-failure',
    launchOptions: { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: startCommand,
    cwd: root,
    env: environment,
    url: `${origin}/readyz`,
    reuseExistingServer: false,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
})
