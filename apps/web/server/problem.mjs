import { randomUUID } from 'node:crypto';
import { rawAnswer } from './protective-headers.mjs';

const HEADERS = {
  'Content-Type': 'application/problem+json',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'Retry-After': '1',
};

const body = (requestId) =>
  JSON.stringify({
    type: 'about:blank',
    title: 'Service Unavailable',
    status: 503,
    detail: 'The messenger is not answering. Try again in a moment.',
    code: 'unavailable',
    requestId,
  });

/** Answers 503 `unavailable` as the API would, or cuts the connection when an answer has already begun. */
export const answerUnavailable = (response) => {
  if (response.headersSent) return response.destroy();
  const requestId = randomUUID();
  response.writeHead(503, { ...HEADERS, 'X-Request-Id': requestId });
  response.end(body(requestId));
};

/** The same for a connection that asked to become a WebSocket. */
export const refuseUpgrade = (socket) => {
  if (!socket.writable) return socket.destroy();
  socket.end(rawAnswer('503 Service Unavailable', HEADERS, body(randomUUID())));
};
