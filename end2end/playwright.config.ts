import { defineConfig } from '@playwright/test';

// Each story runs twice: in a browser that runs scripts, and in one that does not.
export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results/failures',
  // SCREENSHOTS=1 takes a picture of every page, SCREENSHOTS=readme also those of the README; SPEED=1 measures how long a list takes to open.
  testIgnore: [...(process.env.SCREENSHOTS ? [] : ['**/screenshots.spec.ts']), ...(process.env.SPEED ? [] : ['**/speed.spec.ts'])],
  workers: process.env.CI ? 1 : 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    // A language without a region, so that no country is guessed.
    locale: 'en',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'script', use: { javaScriptEnabled: true } },
    { name: 'no script', use: { javaScriptEnabled: false }, grepInvert: /@script/ },
  ],
});
