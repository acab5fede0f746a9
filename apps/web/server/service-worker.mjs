import { readFile } from 'node:fs/promises';
import path from 'node:path';

const FILE = path.join(import.meta.dirname, '../.next/service-worker.js');

// A worker that a browser may keep is one that never learns of the next build.
const HEADERS = {
  'Content-Type': 'text/javascript; charset=utf-8',
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
};

export const isForServiceWorker = ({ url }) => url.split('?', 1)[0] === '/sw.js';

/** Answers with the service worker of this build; 404 where none was built, as in development. */
export const answerServiceWorker = async (response, { dev }) => {
  const script = dev ? null : await readFile(FILE).catch(() => null);
  if (!script) return response.writeHead(404).end();
  response.writeHead(200, HEADERS).end(script);
};
