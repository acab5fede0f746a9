import { randomUUID } from 'node:crypto';
import { OperatorTokens } from '../../src/features/auth/operator-tokens.js';
import { Browser } from '../browser.js';
import { EXTERNAL, externalToken } from '../external-token.js';
import { Line } from '../line.js';
import { refusalOf } from '../refusal.js';
import { callRoute } from '../rest.js';
import { Server } from '../server.js';

const PASSWORD = 'a kettle of fish';
const newName = () => `ada-${randomUUID().slice(0, 8)}`;

describe('where the first browser to use a name keeps it', () => {
  let server: Server;
  beforeAll(async () => {
    server = await Server.start({ AUTH_MODE: 'claim' });
  });
  afterAll(() => server.stop());

  it('says so', async () => {
    expect(await callRoute(server.url, undefined, 'signInRules', {})).toEqual({
      mode: 'claim',
      external: false,
    });
  });

  it('that browser opens it again, also after signing out, and no other does', async () => {
    const name = newName();
    const mine = new Browser(server);
    const { user, recoveryCodes } = await mine.signsIn(name);
    await mine.posts('/auth/logout', {});

    expect(recoveryCodes).toHaveLength(10);
    expect((await mine.signsIn(name.toUpperCase())).user.id).toBe(user.id);
    expect(await refusalOf(new Browser(server).signsIn(name))).toBe('unauthenticated');
    expect(await refusalOf(new Browser(server).signsIn(name, { password: PASSWORD }))).toBe(
      'unauthenticated',
    );
  });

  it('an open session of the name opens it too', async () => {
    const name = newName();
    const { user, token } = await new Browser(server).signsIn(name);
    const other = new Browser(server);
    other.cookies.set('session', token);

    expect((await other.signsIn(name)).user.id).toBe(user.id);
  });

  it('a recovery code makes another browser keep it as well', async () => {
    const name = newName();
    const { user, recoveryCodes } = await new Browser(server).signsIn(name);
    const phone = new Browser(server);

    await phone.signsIn(name, { recoveryCode: recoveryCodes![0]! });
    await phone.posts('/auth/logout', {});

    expect((await phone.signsIn(name)).user.id).toBe(user.id);
  });

  it('a browser that was signed out from elsewhere keeps nothing', async () => {
    const name = newName();
    const mine = new Browser(server);
    const { token, recoveryCodes } = await mine.signsIn(name);
    const lost = new Browser(server);
    await lost.signsIn(name, { recoveryCode: recoveryCodes![0]! });

    await callRoute(server.url, token, 'endOtherSessions', {});

    expect(await refusalOf(lost.signsIn(name))).toBe('unauthenticated');
    await mine.posts('/auth/logout', {});
    expect((await mine.signsIn(name)).user.username).toBe(name);
  });

  it('an older session of this very browser can be ended without losing the name', async () => {
    const name = newName();
    const mine = new Browser(server);
    const older = await mine.signsIn(name);
    const { token } = await mine.signsIn(name);
    const { items } = await callRoute(server.url, older.token, 'sessions', {});

    await callRoute(server.url, token, 'endSession', { sessionId: items.find(({ current }) => current)!.id });
    await mine.posts('/auth/logout', {});

    expect((await mine.signsIn(name)).user.id).toBe(older.user.id);
  });

  it('a password ends that the browser alone is enough', async () => {
    const name = newName();
    const mine = new Browser(server);
    const { token } = await mine.signsIn(name);
    await callRoute(server.url, token, 'setPassword', { password: PASSWORD });

    expect(await refusalOf(mine.signsIn(name))).toBe('unauthenticated');
    expect((await mine.signsIn(name, { password: PASSWORD })).user.username).toBe(name);
  });

  it('of fifty browsers that use a new name at once one keeps it', async () => {
    const name = newName();
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, () => new Browser(server).signsIn(name)),
    );

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('where a name is enough', () => {
  let server: Server;
  beforeAll(async () => {
    server = await Server.start();
  });
  afterAll(() => server.stop());

  it.each(['admin', 'System', 'ＥＶＥＲＹＯＮＥ', 'h\u0435re', 'api'])(
    '%s is nobody’s name',
    async (username) => {
      expect(await refusalOf(callRoute(server.url, undefined, 'login', { username }))).toBe(
        'validation_failed',
      );
    },
  );

  it('a name that was given codes stays its owner’s when the last of them is spent', async () => {
    const name = newName();
    const operator = await server.api.app.get(OperatorTokens).sign();
    const { recoveryCodes } = await callRoute(server.url, operator, 'adminCreateUser', { username: name });
    const mine = new Browser(server);

    for (const recoveryCode of recoveryCodes) await mine.signsIn(name, { recoveryCode });

    expect(await refusalOf(new Browser(server).signsIn(name))).toBe('unauthenticated');
    await mine.posts('/auth/logout', {});
    expect((await mine.signsIn(name)).user.username).toBe(name);
  });
});

describe('where every account has a password', () => {
  let server: Server;
  beforeAll(async () => {
    server = await Server.start({ AUTH_MODE: 'password' });
  });
  afterAll(() => server.stop());

  const login = (given: { username: string; password?: string }) =>
    callRoute(server.url, undefined, 'login', given);

  it('a new name is made with one, and opens with it', async () => {
    const username = newName();
    expect(await refusalOf(login({ username }))).toBe('unauthenticated');
    expect(await refusalOf(login({ username, password: 'short' }))).toBe('validation_failed');

    const { user, recoveryCodes } = await login({ username, password: PASSWORD });

    expect(recoveryCodes).toHaveLength(10);
    expect((await login({ username, password: PASSWORD })).user.id).toBe(user.id);
    expect(await refusalOf(login({ username }))).toBe('unauthenticated');
  });
});

describe('where another system says who somebody is', () => {
  let server: Server;
  beforeAll(async () => {
    server = await Server.start({ AUTH_MODE: 'external', ...EXTERNAL });
  });
  afterAll(() => server.stop());

  const picture = 'https://shop.example/ada.png';
  const me = (token: string) => callRoute(server.url, token, 'me', {});

  it('a name alone opens nothing', async () => {
    expect(await refusalOf(callRoute(server.url, undefined, 'login', { username: newName() }))).toBe(
      'forbidden',
    );
  });

  it('a token signs in, with the name and picture from there', async () => {
    const sub = randomUUID();
    const token = await externalToken({ sub, name: 'Ada Lovelace', picture });
    const first = await callRoute(server.url, undefined, 'externalLogin', { token });

    expect(first.user).toMatchObject({ displayName: 'Ada Lovelace', avatarUrl: picture });
    expect(first.user.username).toMatch(/^Ada\.Lovelace(-\d+)?$/);
    const renamed = await externalToken({ sub, name: 'Ada King', picture: 'javascript:alert(1)' });
    const { user } = await callRoute(server.url, undefined, 'externalLogin', { token: renamed });
    expect(user).toMatchObject({ id: first.user.id, displayName: 'Ada King', avatarUrl: null });
    expect(await refusalOf(callRoute(server.url, first.token, 'updateMe', { displayName: 'Eve' }))).toBe(
      'forbidden',
    );
  });

  it('the same token opens REST and the socket by itself, as one session that can be ended', async () => {
    const token = await externalToken({ sub: randomUUID(), name: 'Grace' });
    const people = await Promise.all(Array.from({ length: 10 }, () => me(token)));
    const line = await Line.open(server.url, token);

    const [id, ...others] = new Set(people.map((person) => person.id));
    expect(others).toEqual([]);
    expect(line.ears.of('session:ready')).toMatchObject([{ user: { id } }]);
    const { items } = await callRoute(server.url, token, 'sessions', {});
    expect(items).toMatchObject([{ current: true }]);

    await callRoute(server.url, token, 'endSession', { sessionId: items[0]!.id });

    await line.closed();
    expect(await refusalOf(me(token))).toBe('unauthenticated');
    await expect(Line.open(server.url, token)).rejects.toMatchObject({ data: { code: 'unauthenticated' } });
  });

  it('two people of the same name are two', async () => {
    const [one, other] = await Promise.all(
      ['a', 'b'].map(async (sub) => me(await externalToken({ sub: sub + randomUUID(), name: 'Linus' }))),
    );

    expect(one!.id).not.toBe(other!.id);
    expect(one!.username).not.toBe(other!.username);
  });
});
