import http from 'node:http';
import { createApiProxy, isForApi } from './api-proxy.mjs';
import { protectContent } from './content-security.mjs';
import { cameByHttps, markOrigin } from './forwarded.mjs';
import { withPageStatus } from './page-status.mjs';
import { protect, rawAnswer } from './protective-headers.mjs';
import { answerServiceWorker, isForServiceWorker } from './service-worker.mjs';
import { answerUnreadable } from './unreadable-requests.mjs';

const LIMITS = { headersTimeout: 20_000, requestTimeout: 300_000, keepAliveTimeout: 65_000 };

/** Whether an address is a path that can be read; Next answers others with an error of its own, or a redirect away. */
const isPath = (url) => {
  try {
    return url.startsWith('/') && decodeURIComponent(url.split('?', 1)[0]) !== '';
  } catch {
    return false;
  }
};

/**
 * One origin for people: pages from Next, `/api` and `/socket.io` from the API.
 *
 * @param pages promise of `preparePages`: requests that come before it is ready wait for it.
 * @param isTrusted which peers are proxies whose word counts.
 */
export const createFrontServer = ({ apiUrl, pages, dev, isTrusted, foreignPictures }) => {
  const api = createApiProxy(apiUrl);

  const server = http.createServer(LIMITS, async (request, response) => {
    response.on('error', () => response.destroy());
    markOrigin(request, isTrusted);
    const https = cameByHttps(request);
    protect(response, { https });
    if (request.url === '/healthz') return response.setHeader('Content-Type', 'text/plain').end('ok');
    if (isForApi(request)) return api.web(request, response);
    if (!isPath(request.url)) return response.writeHead(400).end();
    if (isForServiceWorker(request)) return answerServiceWorker(response, { dev });
    protectContent(request, response, { dev, https, foreignPictures });
    try {
      const { handle } = await pages;
      await withPageStatus(response, () => handle(request, response));
    } catch {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  });

  server.on('upgrade', async (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    markOrigin(request, isTrusted);
    if (isForApi(request)) return api.ws(request, socket, head);
    const { upgrade } = await pages;
    if (upgrade) return upgrade(request, socket, head);
    socket.end(rawAnswer('404 Not Found'));
  });

  server.on('clientError', answerUnreadable);

  return server;
};
