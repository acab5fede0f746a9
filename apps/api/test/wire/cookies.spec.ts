import { rawHttp } from '../raw-http.js';
import { Line } from '../line.js';
import { Server } from '../server.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const body = JSON.stringify({ username: 'ada' });

describe('the session cookie', () => {
  let server: Server;

  beforeAll(async () => {
    server = await Server.start();
  });
  afterAll(() => server.stop());

  const login = (headers = {}) =>
    rawHttp(server, {
      method: 'POST',
      path: '/api/v1/auth/login',
      headers: { ...JSON_TYPE, 'content-length': body.length, ...headers },
      body,
    });
  const cookieOf = async (headers = {}) => (await login(headers)).headers['set-cookie']![0]!;

  it('is out of reach of scripts and of other sites, and lasts as long as the session', async () => {
    const cookie = await cookieOf();

    expect(cookie).toMatch(/^session=[\w-]+\.[\w-]+\.[\w-]+; /);
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Expires=']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Secure');
  });

  it('is only sent over https where the page is', async () => {
    expect(await cookieOf({ 'x-forwarded-proto': 'https' })).toContain('Secure');
  });

  it('signs in over REST and over the socket', async () => {
    const cookie = (await cookieOf()).split(';')[0]!;

    const me = await rawHttp(server, { path: '/api/v1/auth/me', headers: { cookie } });
    const line = await Line.open(server.url, undefined, { extraHeaders: { cookie } });

    expect(JSON.parse(me.body)).toMatchObject({ username: 'ada' });
    expect(line.ears.of('session:ready')).toMatchObject([{ user: { username: 'ada' } }]);
    line.hangUp();
  });

  it('is gone after signing out', async () => {
    const cookie = (await cookieOf()).split(';')[0]!;

    const out = await rawHttp(server, { method: 'POST', path: '/api/v1/auth/logout', headers: { cookie } });

    expect(out.status).toBe(204);
    expect(out.headers['set-cookie']![0]).toMatch(/^session=; .*Expires=Thu, 01 Jan 1970/);
    expect((await rawHttp(server, { path: '/api/v1/auth/me', headers: { cookie } })).status).toBe(401);
  });

  it('a broken cookie is no session and no fault', async () => {
    for (const cookie of ['session=%', 'session', '=;;;', 'session="', `session=${'x'.repeat(8_000)}`]) {
      expect((await rawHttp(server, { path: '/api/v1/auth/me', headers: { cookie } })).status).toBe(401);
    }
  });
});

describe('the cookie by which a browser keeps a name', () => {
  let server: Server;

  beforeAll(async () => {
    server = await Server.start({ AUTH_MODE: 'claim' });
  });
  afterAll(() => server.stop());

  const keep = async (username: string, headers = {}) => {
    const given = JSON.stringify({ username });
    const answer = await rawHttp(server, {
      method: 'POST',
      path: '/api/v1/auth/login',
      headers: { ...JSON_TYPE, 'content-length': given.length, ...headers },
      body: given,
    });
    const cookie = answer.headers['set-cookie']!.find((one) => one.startsWith('browser='))!;
    return { cookie, secret: /^browser=([\w-]{43});/.exec(cookie)![1]!, body: answer.body };
  };

  it('is out of reach of scripts and of other sites, and stands nowhere else', async () => {
    const { cookie, secret, body } = await keep('ada');

    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Secure');
    expect(body).not.toContain(secret);
  });

  it('is only sent over https where the page is', async () => {
    expect((await keep('grace', { 'x-forwarded-proto': 'https' })).cookie).toContain('Secure');
  });
});
