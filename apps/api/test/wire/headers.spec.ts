import net from 'node:net';
import { signIn } from '../people.js';
import { poll, rawHttp, type RawAnswer } from '../raw-http.js';
import { Server } from '../server.js';

const PROTECTIVE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('geolocation=()'),
};
const NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'";
const JSON_TYPE = { 'content-type': 'application/json' };

describe('what every answer of the API tells browsers', () => {
  let server: Server;
  let token: string;

  beforeAll(async () => {
    server = await Server.start();
    ({ token } = await signIn(server, 'ada'));
  });
  afterAll(() => server.stop());

  const get = (path: string, headers = {}) => rawHttp(server, { path, headers });
  const post = (path: string, body: string, headers = JSON_TYPE) =>
    rawHttp(server, { method: 'POST', path, headers, body });
  /** What comes back for bytes that no HTTP library would send. */
  const bytes = (text: string) =>
    new Promise<string>((resolve) => {
      const socket = net.connect(server.api.port, '127.0.0.1', () => socket.write(text));
      let answer = '';
      socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
      socket.once('close', () => resolve(answer));
    });

  const calls: [string, number, () => Promise<RawAnswer>][] = [
    ['what was asked for', 200, () => get('/api/v1/auth/me', { authorization: `Bearer ${token}` })],
    ['a sign-in', 200, () => post('/api/v1/auth/login', '{"username":"grace"}')],
    ['no session', 401, () => get('/api/v1/auth/me')],
    ['nothing there', 404, () => get('/api/v1/nothing')],
    ['broken JSON', 400, () => post('/api/v1/auth/login', '{')],
    ['another type', 415, () => post('/api/v1/auth/login', 'x', { 'content-type': 'text/plain' })],
    ['too much', 413, () => post('/api/v1/auth/login', `"${'x'.repeat(300_000)}"`)],
    ['an address that cannot be decoded', 400, () => get('/api/v1/rooms/%ff')],
  ];

  it.each(calls)('in JSON: %s', async (_, status, call) => {
    const answer = await call();

    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      ...PROTECTIVE,
      'content-security-policy': NOTHING_RUNS,
      'cache-control': 'no-store',
    });
    expect(answer.headers['x-powered-by']).toBeUndefined();
    expect(answer.headers['strict-transport-security']).toBeUndefined();
  });

  it.each([
    ['health', 200, () => get('/healthz')],
    ['nothing at all', 404, () => get('/')],
    ['a preflight', 204, () => rawHttp(server, { method: 'OPTIONS', path: '/api/v1/users/me' })],
    ['a poll', 200, () => poll(server, {})],
    ['a poll from a foreign page', 403, () => poll(server, { origin: 'https://evil.example' })],
    ['a poll of nobody', 400, () => get('/socket.io/?EIO=4&transport=polling&sid=nobody')],
    ['a transport that there is not', 400, () => get('/socket.io/?EIO=4&transport=x')],
  ] as [string, number, () => Promise<RawAnswer>][])('beside it: %s', async (_, status, call) => {
    const answer = await call();

    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({ ...PROTECTIVE, 'content-security-policy': NOTHING_RUNS });
    expect(answer.headers['x-powered-by']).toBeUndefined();
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['headers of 17 KB', `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(17_000)}\r\n\r\n`, 431],
  ])('where Node itself refuses %s', async (_, text, status) => {
    const [head, body] = (await bytes(text)).split('\r\n\r\n') as [string, string];

    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    for (const part of ['X-Content-Type-Options: nosniff', `Content-Security-Policy: ${NOTHING_RUNS}`]) {
      expect(head).toContain(part);
    }
    expect(JSON.parse(body)).toMatchObject({ status, code: 'validation_failed' });
  });

  it('the pages that document the API run scripts of their own, and are shown in no frame', async () => {
    for (const path of ['/api', '/api/swagger-ui-bundle.js', '/api/openapi.json']) {
      const { status, headers } = await get(path);
      const policy = headers['content-security-policy'] as string;

      expect(status).toBe(200);
      expect(headers).toMatchObject(PROTECTIVE);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/script-src|unsafe-eval/);
    }
    const page = (await get('/api')).body;
    expect(page.match(/<script(?![^>]* src="\.?\/)[^>]*>/g)).toBeNull();
  });

  it('https is promised for long where people came by it', async () => {
    for (const path of ['/api/v1/auth/me', '/healthz', '/api']) {
      const { headers } = await get(path, { 'x-forwarded-proto': 'https' });
      expect(headers['strict-transport-security']).toBe('max-age=31536000');
    }
  });
});

describe('behind a proxy that is not trusted', () => {
  let server: Server;

  beforeAll(async () => {
    server = await Server.start({ TRUSTED_PROXIES: '10.0.0.0/8' });
  });
  afterAll(() => server.stop());

  it('nobody can say that they came by https', async () => {
    const { headers } = await rawHttp(server, {
      method: 'POST',
      path: '/api/v1/auth/login',
      headers: { ...JSON_TYPE, 'x-forwarded-proto': 'https' },
      body: '{"username":"ada"}',
    });

    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['set-cookie']![0]).not.toContain('Secure');
  });
});
