import { randomUUID } from 'node:crypto';
import net from 'node:net';
import { io } from 'socket.io-client';
import type { Ack, Message } from '@parley/shared-types';
import { expect, test } from '../people/people.js';

test('a plain socket.io client talks through the address that people use', async ({ ada, grace, url }) => {
  const adasAccount = await ada.account();
  const room = await adasAccount.opens(await grace.isSignedIn());
  await grace.visits(room);

  for (const transport of ['websocket', 'polling']) {
    const socket = io(url, { auth: { token: adasAccount.token }, transports: [transport], forceNew: true });
    try {
      const payload = { roomId: room.id, clientId: randomUUID(), body: `by ${transport}` };
      const ack: Ack<Message> = await socket.timeout(15_000).emitWithAck('message:send', payload);
      expect(ack).toMatchObject({ ok: true, data: { body: payload.body } });
    } finally {
      socket.disconnect();
    }
    await grace.hears(`by ${transport}`);
  }
});

test('a socket without a session is refused with a code', async ({ url }) => {
  const socket = io(url, { transports: ['websocket'], reconnection: false, forceNew: true });
  try {
    const error = await new Promise<Error & { data?: unknown }>((resolve) =>
      socket.on('connect_error', resolve),
    );
    expect(error.data).toMatchObject({ code: 'unauthenticated' });
  } finally {
    socket.disconnect();
  }
});

test('a socket from another site is refused', async ({ ada, url }) => {
  const { token } = await ada.account();
  const socket = io(url, {
    auth: { token },
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { origin: 'https://evil.example' },
  });
  try {
    const outcome = await new Promise((resolve) => {
      socket.on('connect', () => resolve('connected'));
      socket.on('connect_error', () => resolve('refused'));
    });
    expect(outcome).toBe('refused');
  } finally {
    socket.disconnect();
  }
});

test('the API answers through the address that people use', async ({ url }) => {
  const answer = await fetch(`${url}/api/v1/auth/me`);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.headers.get('x-request-id')).toBeTruthy();

  expect((await fetch(`${url}/api/openapi.json`)).status).toBe(200);
  expect((await fetch(`${url}/api`)).headers.get('content-type')).toContain('text/html');
});

test('every page is sent with the headers that protect it', async ({ url }) => {
  const { headers } = await fetch(`${url}/login`);

  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('permissions-policy')).toContain('geolocation=()');
  expect(headers.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  expect(headers.get('x-powered-by')).toBeNull();
});

test('the documents of the API are shown, under a policy of their own', async ({ page, url }) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));

  await page.goto(`${url}/api`);

  await expect(page.getByRole('heading', { name: /^Parley/ })).toBeVisible();
  await expect(page.getByText('/api/v1/auth/login')).toBeVisible();
  expect(complaints).toEqual([]);
});

const UPGRADE = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n';
const GARBAGE = {
  'a double slash': 'GET // HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'a lone percent sign': 'GET /% HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'a path that is no UTF-8': 'GET /%ff%fe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'a path without a slash': 'GET api HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'no Host': 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',
  'a Host that is no name': 'GET / HTTP/1.1\r\nHost: ://\r\nConnection: close\r\n\r\n',
  'huge headers': `GET / HTTP/1.1\r\nHost: x\r\nX-Big: ${'a'.repeat(20_000)}\r\nConnection: close\r\n\r\n`,
  'no HTTP at all': '\u0016\u0003\u0001\u0002\r\n\r\n',
  'an upgrade of a page': `GET / HTTP/1.1\r\nHost: x\r\n${UPGRADE}Sec-WebSocket-Key: x\r\n\r\n`,
  'an upgrade with a bad key': `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\n${UPGRADE}Sec-WebSocket-Key: x\r\n\r\n`,
  'an upgrade to nothing known':
    'GET /socket.io/ HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: tea\r\n\r\n',
  'an upgrade with a bad path': `GET //% HTTP/1.1\r\nHost: x\r\n${UPGRADE}\r\n`,
};

for (const [what, request] of Object.entries(GARBAGE)) {
  test(`the web server survives ${what}`, async ({ url }) => {
    const port = Number(new URL(url).port);

    await sendAndHangUp(port, request);
    await sendAndReset(port, request);

    expect((await fetch(`${url}/login`)).status).toBe(200);
    expect((await fetch(`${url}/api/v1/auth/me`)).status).toBe(401);
  });
}

/** Sends and waits until the server has answered and closed; a server that leaves it open is left after a while. */
const sendAndHangUp = (port: number, request: string): Promise<void> =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(request));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('data', () => undefined);
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
  });

const sendAndReset = (port: number, request: string): Promise<void> =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () =>
      socket.write(request, () => socket.resetAndDestroy()),
    );
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
  });
