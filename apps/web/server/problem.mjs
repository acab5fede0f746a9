import { randomUUID } from 'node:crypto';

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
  response.writeHead(503, {
    'Content-Type': 'application/problem+json',
    'Retry-After': '1',
    'X-Request-Id': requestId,
  });
  response.end(body(requestId));
};

/** The same for a connection that asked to become a WebSocket. */
export const refuseUpgrade = (socket) => {
  if (!socket.writable) return socket.destroy();
  const text = body(randomUUID());
  socket.end(
    `HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
  );
};
