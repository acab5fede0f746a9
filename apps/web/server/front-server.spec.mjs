import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { createFrontServer } from './front-server.mjs';

const open = [];

const listen = async (server) => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(server);
  return server.address().port;
};

/** An API that answers with what it was asked, and a front server before it; ports of both. */
const start = async ({ apiPort } = {}) => {
  const api = http.createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ url: request.url, headers: request.headers }));
  });
  api.on('upgrade', (_request, socket) =>
    socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\nhello'),
  );
  const target = apiPort ?? (await listen(api));
  const handle = (request, response) => response.end(`page ${request.url}`);
  const pages = Promise.resolve({ handle });
  return listen(createFrontServer({ apiUrl: `http://127.0.0.1:${target}`, pages, dev: false }));
};

/** Sends bytes as they are and gives back all that comes. */
const raw = async (port, text) => {
  const socket = net.connect(port, '127.0.0.1');
  socket.write(text);
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk));
  socket.on('error', () => {});
  await once(socket, 'close');
  return answer;
};

const UPGRADE = (path) =>
  `GET ${path} HTTP/1.1\r\nHost: chat.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('the front server', () => {
  it('gives the API what is the API’s, as it came, and the rest to the pages', async () => {
    const port = await start();
    const ask = async (path) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();

    expect(JSON.parse(await ask('/api/v1/rooms?limit=1')).url).toBe('/api/v1/rooms?limit=1');
    expect(JSON.parse(await ask('/socket.io/?EIO=4')).url).toBe('/socket.io/?EIO=4');
    expect(await ask('/apix')).toBe('page /apix');
    expect(await ask('/healthz')).toBe('ok');
  });

  it('tells the API the address under which the request came in', async () => {
    const port = await start();
    const answer = await raw(port, 'GET /api HTTP/1.1\r\nHost: chat.test\r\nConnection: close\r\n\r\n');
    const { headers } = JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1));

    expect(headers).toMatchObject({
      host: 'chat.test',
      'x-forwarded-host': 'chat.test',
      'x-forwarded-proto': 'http',
      'x-forwarded-for': '127.0.0.1',
    });
  });

  it('passes WebSockets on', async () => {
    const port = await start();
    expect(await raw(port, UPGRADE('/socket.io/?EIO=4&transport=websocket'))).toMatch(
      /^HTTP\/1\.1 101 .*hello$/s,
    );
    expect(await raw(port, UPGRADE('/elsewhere'))).toMatch(/^HTTP\/1\.1 404 /);
  });

  it('says that the API is unavailable while it is', async () => {
    const port = await start({ apiPort: 1 });
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/auth/me`);

    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({
      status: 503,
      code: 'unavailable',
      requestId: expect.any(String),
    });
    expect(await raw(port, UPGRADE('/socket.io/'))).toMatch(/^HTTP\/1\.1 503 .*"code":"unavailable"/s);
  });

  it.each(['GET /%', 'GET http://elsewhere.test/', 'OPTIONS *'])(
    'refuses %j, which is no path',
    async (line) => {
      const port = await start();
      expect(await raw(port, `${line} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)).toMatch(
        /^HTTP\/1\.1 400 /,
      );
    },
  );

  it.each([
    'GET // HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    'GET /% HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    'GET /api/%00%ff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    'nonsense\r\n\r\n',
    'GET /socket.io/ HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
  ])('lives on after %.40j', async (bytes) => {
    const port = await start();
    await raw(port, bytes);
    expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).text()).toBe('ok');
  });
});
