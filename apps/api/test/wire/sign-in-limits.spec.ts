import { randomUUID } from 'node:crypto';
import { http, type Answer } from '../rest.js';
import { Server } from '../server.js';
import { until } from '../until.js';

/** From where a request is said to come, which counts when this machine's proxies say so. */
const from = (address: string) => ({ 'x-forwarded-for': address });
const ADA_LIVES_AT = '203.0.113.9';
const GRACE_LIVES_AT = '203.0.113.10';

const times = <Result>(count: number, act: (i: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, i) => act(i)));
const howMany = <Item>(items: Item[], item: Item) => items.filter((one) => one === item).length;

describe('signing in', () => {
  let server: Server;

  const login = (username: string, more = {}, headers = {}) =>
    http(server.url, 'POST', '/auth/login', { body: { username, ...more }, headers });
  const start = async (settings: Record<string, string>) => {
    server = await Server.start(settings);
  };
  afterEach(() => server.stop());

  it('is limited for each address; the refusal says when there is room again, and then there is', async () => {
    await start({ RATE_LIMIT_LOGIN: '3/2s' });

    const answers = await times(10, (i) => login(`ada-${i}`, {}, from(ADA_LIVES_AT)));

    expect(howMany(statusesOf(answers), 200)).toBe(3);
    expect(howMany(statusesOf(answers), 429)).toBe(7);
    const refused = answers.find(({ status }) => status === 429)!;
    expect(refused.headers.get('retry-after')).toMatch(/^[12]$/);
    expect((await login('grace', {}, from(GRACE_LIVES_AT))).status).toBe(200);
    const again = () => login('ada', {}, from(ADA_LIVES_AT));
    await until('room again', async () => (await again()).status === 200);
  });

  it('counts also with nonsense, and by a token of another system', async () => {
    await start({ RATE_LIMIT_LOGIN: '3/1h' });
    await login('');
    await login('ada', { admin: true });
    await http(server.url, 'POST', '/auth/external', { body: { token: 'x.y.z' } });

    expect((await login('ada')).status).toBe(429);
  });

  it('an address that somebody says of themselves helps nobody', async () => {
    await start({ RATE_LIMIT_LOGIN: '3/1h', TRUSTED_PROXIES: '10.0.0.0/8' });

    const answers = await times(10, (i) => login('ada', {}, from(`203.0.113.${i}`)));

    expect(howMany(statusesOf(answers), 429)).toBe(7);
  });

  it('nor does one that is put before what the proxy adds', async () => {
    await start({ RATE_LIMIT_LOGIN: '3/1h' });

    const answers = await times(10, (i) => login('ada', {}, from(`203.0.113.${i}, ${ADA_LIVES_AT}`)));

    expect(howMany(statusesOf(answers), 429)).toBe(7);
  });

  it('where it is not limited, wrong passwords are not counted', async () => {
    await start({});
    await login('grace', { password: 'a kettle of fish' });
    await times(12, () => login('grace', { password: 'wrong' }));

    expect((await login('grace', { password: 'a kettle of fish' })).status).toBe(200);
  });
});

describe('signing in with a wrong password', () => {
  const PASSWORD = 'a kettle of fish';
  let server: Server;
  let name: string;

  beforeAll(async () => {
    server = await Server.start({ RATE_LIMIT_LOGIN: '1000/1h' });
  });
  beforeEach(async () => {
    name = `grace-${randomUUID().slice(0, 8)}`;
    expect((await login(name, { password: PASSWORD })).status).toBe(200);
  });
  afterAll(() => server.stop());

  const login = (username: string, more: object, address = ADA_LIVES_AT) =>
    http(server.url, 'POST', '/auth/login', { body: { username, ...more }, headers: from(address) });
  const spelt = [
    () => name,
    () => name.toUpperCase(),
    () => name.replace('grace', 'ｇｒａｃｅ'),
    () => name.replace('a', '\u0430'),
  ];
  const guess = (i: number, password = `wrong ${i}`) =>
    login(spelt[i % spelt.length]!(), { password }, `203.0.113.${i}`);

  it('is over after ten, from anywhere and in any spelling of the name, also with the right one', async () => {
    for (let i = 0; i < 10; i++) expect((await guess(i)).status).toBe(401);

    for (const i of [0, 1, 2, 3]) {
      const refused = await guess(i, PASSWORD);
      expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500);
    }
    expect((await login('ada', { password: PASSWORD })).status).toBe(200);
  });

  it('all at once is looked at ten times, and no more', async () => {
    const statuses = statusesOf(await times(30, (i) => guess(i)));

    expect(howMany(statuses, 401)).toBe(10);
    expect(howMany(statuses, 429)).toBe(20);
  });

  it('counts together with recovery codes, and with what asks for the password again', async () => {
    const { token } = (await login(name, { password: PASSWORD })).body as { token: string };
    const again = (path: string, body: object) => http(server.url, 'POST', path, { body, token });
    for (let i = 0; i < 4; i++) {
      expect((await login(name, { recoveryCode: `code-${i}` })).status).toBe(401);
    }
    for (let i = 0; i < 3; i++) {
      const change = { current: `wrong ${i}`, password: 'a basket of eggs' };
      expect((await again('/auth/password', change)).status).toBe(401);
      expect((await again('/auth/recovery-codes', { current: `wrong ${i}` })).status).toBe(401);
    }

    expect((await again('/auth/recovery-codes', { current: PASSWORD })).status).toBe(429);
    expect((await login(name, { password: PASSWORD })).status).toBe(429);
    expect((await http(server.url, 'GET', '/auth/me', { token })).status).toBe(200);
  });

  it('does not mean asking which one is wanted', async () => {
    for (let i = 0; i < 12; i++) expect((await login(name, {})).status).toBe(401);

    expect((await login(name, { password: PASSWORD })).status).toBe(200);
  });
});

const statusesOf = (answers: Pick<Answer, 'status'>[]) => answers.map(({ status }) => status);
