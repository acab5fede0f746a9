import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';
import path from 'node:path';
import { buildServiceWorker } from './service-worker/build.mjs';

const root = path.join(import.meta.dirname, '../..');

const config: NextConfig = {
  outputFileTracingRoot: root,
  turbopack: { root },
  poweredByHeader: false,
  reactStrictMode: true,
  // Socket.IO's path ends in a slash; it must reach the API as it is.
  skipTrailingSlashRedirect: true,
  compiler: { runAfterProductionCompile: ({ distDir }) => buildServiceWorker(distDir) },
  experimental: { optimizePackageImports: ['radix-ui'] },
};

export default createNextIntlPlugin({
  requestConfig: './src/i18n/request.ts',
  experimental: { messages: { path: './messages', format: 'json', locales: 'infer', precompile: true } },
})(config);
