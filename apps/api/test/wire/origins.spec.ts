import { signIn } from '../people.js';
import { poll, rawHttp, upgrade } from '../raw-http.js';
import { Server } from '../server.js';

const SETTINGS = {
  PUBLIC_URL: 'https://parley.example',
  ALLOWED_ORIGINS: 'https://other.example, http://third.example:8080',
};
/** Engine.IO answers every refused upgrade alike. */
const REFUSED_UPGRADE = 400;

const body = JSON.stringify({ status: 'online' });

describe('which pages may write and connect with a cookie', () => {
  let server: Server;
  let cookie: string;
  let token: string;

  beforeAll(async () => {
    server = await Server.start(SETTINGS);
    ({ token } = await signIn(server, 'ada'));
    cookie = `session=${token}`;
  });
  afterAll(() => server.stop());

  const write = (headers: Record<string, string>) =>
    rawHttp(server, {
      method: 'PATCH',
      path: '/api/v1/users/me',
      headers: { 'content-type': 'application/json', 'content-length': body.length, ...headers },
      body,
    });

  const allowed = (): [string, Record<string, string>][] => [
    ['no Origin at all', {}],
    ['the address under which the request came in', { origin: `http://${server.host}` }],
    ['another name of this machine', { host: 'laptop.local:3000', origin: 'http://laptop.local:3000' }],
    ['PUBLIC_URL', { origin: 'https://parley.example' }],
    ['a listed origin', { origin: 'https://other.example' }],
    ['a listed origin with a port', { origin: 'http://third.example:8080' }],
    [
      'the address that a trusted proxy was reached by',
      { 'x-forwarded-host': 'chat.example', 'x-forwarded-proto': 'https', origin: 'https://chat.example' },
    ],
  ];
  const foreign = (): [string, Record<string, string>][] => [
    ['a foreign page', { origin: 'https://evil.example' }],
    ['a page without an origin of its own', { origin: 'null' }],
    ['the same name on another port', { origin: 'http://127.0.0.1:1' }],
    ['the same name by another scheme', { origin: `https://${server.host}` }],
    ['a name that begins alike', { origin: 'https://parley.example.evil.example' }],
    ['a name that ends alike', { origin: 'https://evil-parley.example' }],
  ];

  it('those of this server may', async () => {
    for (const [what, headers] of allowed()) {
      const statuses = [
        (await write({ ...headers, cookie })).status,
        (await upgrade(server, { ...headers, cookie })).status,
        (await poll(server, { ...headers, cookie })).status,
      ];
      expect({ what, statuses }).toEqual({ what, statuses: [200, 101, 200] });
    }
  });

  it('foreign ones may neither write nor connect, by WebSocket or by polling', async () => {
    for (const [what, headers] of foreign()) {
      const written = await write({ ...headers, cookie });
      const statuses = [
        written.status,
        (await upgrade(server, { ...headers, cookie })).status,
        (await poll(server, { ...headers, cookie })).status,
      ];
      expect({ what, statuses }).toEqual({ what, statuses: [403, REFUSED_UPGRADE, 403] });
      expect(JSON.parse(written.body)).toMatchObject({ code: 'forbidden' });
    }
  });

  it('a foreign page may not sign a visitor in', async () => {
    const login = JSON.stringify({ username: 'ada' });
    const { status } = await rawHttp(server, {
      method: 'POST',
      path: '/api/v1/auth/login',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
      body: login,
    });

    expect(status).toBe(403);
  });

  it('a program that names its token may write from anywhere', async () => {
    const headers = { origin: 'https://evil.example', authorization: `Bearer ${token}` };

    expect((await write(headers)).status).toBe(200);
  });

  it('only listed origins may read what was answered', async () => {
    const read = (origin: string) =>
      rawHttp(server, { path: '/api/v1/auth/me', headers: { cookie, origin } });

    const listed = await read('https://other.example');
    expect(listed.headers['access-control-allow-origin']).toBe('https://other.example');
    expect(listed.headers['access-control-allow-credentials']).toBe('true');
    expect((await read('https://evil.example')).headers['access-control-allow-origin']).toBeUndefined();
    const preflight = await rawHttp(server, {
      method: 'OPTIONS',
      path: '/api/v1/users/me',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'PATCH' },
    });
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('a proxy that is not trusted', () => {
  let server: Server;

  beforeAll(async () => {
    server = await Server.start({ TRUSTED_PROXIES: '10.0.0.0/8' });
  });
  afterAll(() => server.stop());

  it('cannot say under which address it was reached', async () => {
    const headers = { 'x-forwarded-host': 'evil.example', origin: 'http://evil.example' };

    expect((await upgrade(server, headers)).status).toBe(REFUSED_UPGRADE);
    expect((await poll(server, headers)).status).toBe(403);
  });
});
