import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { trusting } from './forwarded.mjs';
import { createFrontServer } from './front-server.mjs';

const open = [];

const listen = async (server) => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(server);
  return server.address().port;
};

/** An API that answers with what it was asked, and a front server before it; ports of both. */
const start = async ({ apiPort, ...settings } = {}) => {
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
  const isTrusted = trusting(['loopback']);
  return listen(
    createFrontServer({ apiUrl: `http://127.0.0.1:${target}`, pages, dev: false, isTrusted, ...settings }),
  );
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

describe('what every answer tells browsers', () => {
  const PROTECTIVE = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'x-frame-options': 'DENY',
  };
  const ask = (port, path, headers = {}) => fetch(`http://127.0.0.1:${port}${path}`, { headers });
  const policyOf = async (settings, headers) => {
    const answer = await ask(await start(settings), '/rooms', headers);
    return answer.headers.get('content-security-policy').split('; ');
  };

  it.each(['/', '/rooms/1', '/sw.js', '/healthz', '/api/v1/auth/me', '/socket.io/?EIO=4', '/_next/x.js'])(
    '%s is marked',
    async (path) => {
      const { headers } = await ask(await start(), path);

      expect(Object.fromEntries(headers)).toMatchObject(PROTECTIVE);
      const permissions = headers.get('permissions-policy');
      for (const part of ['camera=(self)', 'microphone=(self)', 'geolocation=()', 'usb=()']) {
        expect(permissions).toContain(part);
      }
      expect(headers.has('strict-transport-security')).toBe(false);
      expect(headers.has('x-powered-by')).toBe(false);
    },
  );

  it('what the API says of its own answers is left as it is', async () => {
    const api = http.createServer((_request, response) => {
      response.setHeader('Content-Security-Policy', "default-src 'none'");
      response.setHeader('Referrer-Policy', 'no-referrer').end('{}');
    });
    const { headers } = await ask(await start({ apiPort: await listen(api) }), '/api/v1/auth/me');

    expect(headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it.each([
    ['what is no HTTP', 'nonsense\r\n\r\n', 400],
    ['huge headers', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['what is no path', 'GET /% HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
    ['an upgrade of a page', UPGRADE('/rooms'), 404],
  ])('so is the refusal of %s', async (_, bytes, status) => {
    const answer = await raw(await start(), bytes);

    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    for (const [name, value] of Object.entries(PROTECTIVE)) {
      expect(answer.toLowerCase()).toContain(`${name}: ${value.toLowerCase()}`);
    }
  });

  it('so is every refusal while the API is away', async () => {
    const port = await start({ apiPort: 1 });
    const { headers } = await ask(port, '/api/v1/auth/me');

    expect(Object.fromEntries(headers)).toMatchObject({
      ...PROTECTIVE,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    });
    expect(await raw(port, UPGRADE('/socket.io/'))).toContain('X-Content-Type-Options: nosniff');
  });

  it('https is promised for long, and asked of everything on a page, where people came by it', async () => {
    const proxied = { 'x-forwarded-proto': 'https' };
    for (const path of ['/', '/healthz', '/api/v1/auth/me']) {
      const { headers } = await ask(await start(), path, proxied);
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    }
    expect(await policyOf({}, proxied)).toContain('upgrade-insecure-requests');
    expect(await policyOf({})).not.toContain('upgrade-insecure-requests');
  });

  it('but not because somebody who is no proxy says so', async () => {
    const settings = { isTrusted: trusting(['198.51.100.7']) };
    const { headers } = await ask(await start(settings), '/', { 'x-forwarded-proto': 'https' });

    expect(headers.has('strict-transport-security')).toBe(false);
  });

  it('a page runs scripts with the number of this answer only, and is shown in no frame', async () => {
    const scripts = async () => (await policyOf()).find((part) => part.startsWith('script-src'));
    const [first, second] = [await scripts(), await scripts()];

    expect(first).toMatch(/^script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic'$/);
    expect(second).not.toBe(first);
    for (const part of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(await policyOf()).toContain(part);
    }
  });

  it('a page shows pictures from elsewhere only where people come from elsewhere', async () => {
    expect(await policyOf()).toContain("img-src 'self' data: blob:");
    expect(await policyOf({ foreignPictures: true })).toContain("img-src 'self' data: blob: https:");
  });
});
