import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../tools/ensure-browser.mjs';
import { shared, WORKERS } from './src/servers/addresses.js';

// Looked for once; the workers inherit what was found.
process.env.CHROME_BIN ||= findBrowser();

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'src/specs',
  globalSetup: './src/servers/global-setup.ts',
  workers: WORKERS,
  retries: 0,
  forbidOnly: true,
  // For what hangs; a machine that is slow or busy may take its time over a long journey.
  timeout: 180_000,
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
        '--use-fake-device-for-media-stream',
        // The headless shell has nobody whom it could ask.
        '--use-fake-ui-for-media-stream',
      ],
    },
  },
});
