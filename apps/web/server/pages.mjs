import path from 'node:path';

const dir = path.join(import.meta.dirname, '..');

/** Next, ready to answer. In production it only serves what `next build` left in `.next`. */
export const preparePages = async ({ dev, port }) => {
  process.env.NODE_ENV = dev ? 'development' : 'production';
  const { default: next } = await import('next');
  const app = next({ dev, dir, hostname: 'localhost', port, turbopack: dev });
  await app.prepare();
  return {
    handle: app.getRequestHandler(),
    // Only the development server speaks over WebSockets: it pushes changed code.
    upgrade: dev ? app.getUpgradeHandler() : undefined,
    close: () => app.close(),
  };
};
