import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

// Fonts are cut into scripts; whoever needs another than this one gets it when it is shown.
const FONT = /-latin-wght-normal[\w.-]*\.woff2$/;
const ICONS = ['/icon.svg', '/icon-unread.svg'];

const filesIn = async (distDir) => {
  const below = await readdir(path.join(distDir, 'static'), { recursive: true });
  const { polyfillFiles = [] } = JSON.parse(
    await readFile(path.join(distDir, 'build-manifest.json'), 'utf8'),
  );
  return below
    .map((file) => `/_next/static/${file.split(path.sep).join('/')}`)
    .filter((url) => /\.(js|css)$/.test(url) || FONT.test(url))
    .filter((url) => !polyfillFiles.includes(url.slice('/_next/'.length)))
    .sort();
};

/**
 * Bundles the service worker of the build in `distDir` and leaves it there for the front server. It carries the
 * list of the build's files, so another build is another worker.
 */
export const buildServiceWorker = async (distDir) => {
  const files = [...(await filesIn(distDir)), ...ICONS];
  await build({
    entryPoints: [path.join(import.meta.dirname, 'worker.ts')],
    outfile: path.join(distDir, 'service-worker.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    define: { BUILD_FILES: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
  });
};
