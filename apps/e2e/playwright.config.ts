import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../tools/ensure-browser.mjs';
import { shared } from './src/servers/addresses.js';

// Looked for once; the workers inherit what was found.
process.env.CHROME_BIN ||= findBrowser();

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'src/specs',
  globalSetup: './src/servers/global-setup.ts',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: shared.url,
    // Not the server's own zone: what was rendered there must still be right here.
    timezoneId: 'Asia/Kolkata',
    locale: 'en-GB',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      executablePath: process.env.CHROME_BIN,
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
