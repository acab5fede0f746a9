import http from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const dir = path.join(import.meta.dirname, '..');

/**
 * The settings the build ended with, given to Next as its own standalone servers give them: reading next.config.ts
 * again would load two compilers, 60 MB, to serve pages.
 */
const useBuiltConfig = async () => {
  const file = path.join(dir, '.next/required-server-files.json');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error('The pages are not built. Run: npx nx build web');
  });
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(JSON.parse(text).config);
};

/** Next, ready to answer. In production it only serves what `next build` left in `.next`. */
export const preparePages = async ({ dev, port }) => {
  process.env.NODE_ENV = dev ? 'development' : 'production';
  // The catalogue's plug-in looks for its files from here when next.config.ts is read.
  if (dev) process.chdir(dir);
  else await useBuiltConfig();
  const { default: next } = await import('next');
  // Next would take the upgrades of the server its requests come from, and with them the API's WebSockets.
  const httpServer = http.createServer();
  const app = next({
    dev,
    dir,
    port,
    httpServer,
    hostname: 'localhost',
    ...(dev ? { turbopack: true } : {}),
  });
  await app.prepare();
  return {
    handle: app.getRequestHandler(),
    // Only the development server speaks over WebSockets: it pushes changed code.
    upgrade: dev ? app.getUpgradeHandler() : undefined,
    close: () => app.close(),
  };
};
