import http from 'node:http';
import https from 'node:https';
import { createProxyServer } from 'httpxy';
import { answerUnavailable, refuseUpgrade } from './problem.mjs';

const FOR_API = /^\/(api|socket\.io)(?=[/?]|$)/;

/** Whether a request belongs to the API rather than to the pages. */
export const isForApi = (request) => FOR_API.test(request.url ?? '');

/** Passes requests and WebSockets on to the API, with the `Host` they came in with: its origin check reads it. */
export const createApiProxy = (apiUrl) => {
  const { Agent } = apiUrl.startsWith('https:') ? https : http;
  const proxy = createProxyServer({
    target: apiUrl,
    agent: new Agent({ keepAlive: true, maxFreeSockets: 64 }),
    proxyTimeout: 60_000,
    upgradeTimeout: 10_000,
  });
  // Also the client's own resets end here; then there is nobody left to answer.
  proxy.on('error', (_error, _request, answer) => {
    if (answer instanceof http.ServerResponse) answerUnavailable(answer);
    else if (answer) refuseUpgrade(answer);
  });
  return {
    web: (request, response) => proxy.web(request, response).catch(() => response.destroy()),
    ws: (request, socket, head) => proxy.ws(request, socket, {}, head).catch(() => socket.destroy()),
  };
};
