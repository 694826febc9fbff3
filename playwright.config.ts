import { defineConfig } from '@playwright/test';

// `npm test` gives the address of a portal that it built and started; without
// it, the development servers are used.
const portal = process.env.PLAYWRIGHT_URL;
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

export default defineConfig({
  testDir: '.',
  testMatch: '{packages,plugins}/*/e2e-tests/**/*.test.ts',
  outputDir: 'node_modules/.cache/e2e-test-results',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only at the second try is a broken test.
  retries: 0,
  workers: 1,
  reporter: report ? [['list'], ['json', { outputFile: report }]] : 'list',
  webServer: portal
    ? undefined
    : {
        command: 'yarn start',
        url: 'http://localhost:3000',
        reuseExistingServer: true,
        timeout: 180_000,
      },
  use: {
    baseURL: portal ?? 'http://localhost:3000',
    browserName: 'chromium',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
      ],
    },
  },
});
