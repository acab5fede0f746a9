import { randomUUID } from 'node:crypto';
import { EXTERNAL, externalToken } from '../external-token.js';
import { Line } from '../line.js';
import { signIn } from '../people.js';
import type { Person } from '../person.js';
import { Refusal, refusalOf } from '../refusal.js';
import { callRoute } from '../rest.js';
import { Server } from '../server.js';

const PASSWORD = 'a kettle of fish';
const OTHER = 'a basket of eggs';

describe('a name with a password', () => {
  let server: Server;
  let ada: Person, phone: Person, codes: string[], token: string;
  let name: string;

  beforeAll(async () => {
    server = await Server.start(EXTERNAL);
  });
  beforeEach(async () => {
    name = `ada-${randomUUID().slice(0, 8)}`;
    [ada, phone] = await Promise.all([signIn(server, name), signIn(server, name)]);
    const set = await ada.calls('setPassword', { password: PASSWORD });
    codes = set.recoveryCodes!;
    token = set.token;
  });
  afterAll(() => server.stop());

  const login = (given: { username?: string; password?: string; recoveryCode?: string } = {}) =>
    callRoute(server.url, undefined, 'login', { username: name, ...given });
  const me = (bearer: string) => callRoute(server.url, bearer, 'me', {});
  const wantedOf = async (doing: Promise<unknown>) => {
    const refusal: unknown = await doing.catch((error: unknown) => error);
    if (!(refusal instanceof Refusal)) throw new Error('Expected a refusal');
    return [refusal.code, refusal.error.errors?.[0]?.path];
  };

  it('opens with it alone, and says that it is wanted', async () => {
    expect(await wantedOf(login())).toEqual(['unauthenticated', 'password']);
    expect(await wantedOf(login({ password: '' }))).toEqual(['unauthenticated', 'password']);
    expect(await wantedOf(login({ password: OTHER }))).toEqual(['unauthenticated', 'password']);
    expect((await login({ password: PASSWORD })).user.id).toBe(ada.id);
  });

  it('is the same in every spelling', async () => {
    const twins = [
      name.toUpperCase(),
      name.replace(/[a-z0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
      name.replaceAll('a', '\u0430'),
      ` ${name} `,
    ];
    for (const username of twins) {
      expect(await wantedOf(login({ username }))).toEqual(['unauthenticated', 'password']);
    }
    for (const unseen of ['\u200b', '\u200d', '\ufeff', '\u00ad', '\u202e']) {
      const username = `${name.slice(0, 2)}${unseen}${name.slice(2)}`;
      expect(await refusalOf(login({ username }))).toBe('validation_failed');
    }
  });

  it('cannot be opened by the id of its owner', async () => {
    expect(await refusalOf(login({ username: ada.id, password: PASSWORD }))).toBe('validation_failed');
  });

  it('is nobody’s of another system who is called the same', async () => {
    const { user } = await callRoute(server.url, undefined, 'externalLogin', {
      token: await externalToken({ sub: ada.id, name, preferred_username: name }),
    });

    expect(user.id).not.toBe(ada.id);
    expect(user.username).not.toBe(name);
  });

  it('has other devices signed out, and goes on under a new session on this one', async () => {
    await phone.line.closed();
    expect(phone.line.ears.of('session:revoked')).toEqual([{ reason: 'password_set' }]);
    for (const old of [ada.token, phone.token]) {
      expect(await refusalOf(me(old))).toBe('unauthenticated');
      await expect(Line.open(server.url, old)).rejects.toMatchObject({ data: { code: 'unauthenticated' } });
    }

    expect((await me(token)).id).toBe(ada.id);
    const room = await ada.creates('group', 'still here');
    expect((await ada.says(room, 'hi')).senderId).toBe(ada.id);
  });

  it('its socket ends with the new session, as it did with the old one', async () => {
    await callRoute(server.url, token, 'logout', {});

    await ada.line.closed();
    expect(ada.line.ears.of('session:revoked')).toEqual([{ reason: 'signed_out' }]);
  });

  it('changes its password only for who knows the one until now', async () => {
    const change = (current?: string) =>
      callRoute(server.url, token, 'setPassword', { password: OTHER, ...(current && { current }) });

    expect(await wantedOf(change())).toEqual(['unauthenticated', 'password']);
    expect(await wantedOf(change(OTHER))).toEqual(['unauthenticated', 'password']);
    const changed = await change(PASSWORD);

    expect(changed.recoveryCodes).toBeUndefined();
    expect(await refusalOf(login({ password: PASSWORD }))).toBe('unauthenticated');
    expect((await login({ password: OTHER })).user.id).toBe(ada.id);
  });

  it('opens once by a recovery code, however it is typed, and then takes a new password', async () => {
    const recoveryCode = codes[0]!.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O');
    const recovered = await login({ recoveryCode });
    expect(await wantedOf(login({ recoveryCode }))).toEqual(['unauthenticated', 'recoveryCode']);

    await callRoute(server.url, recovered.token, 'setPassword', { password: OTHER });

    expect((await login({ password: OTHER })).user.id).toBe(ada.id);
    expect(await wantedOf(login({ recoveryCode: 'x' }))).toEqual(['unauthenticated', 'recoveryCode']);
  });

  it('new recovery codes take the place of the old ones', async () => {
    const makeCodes = (current: string) => callRoute(server.url, token, 'makeRecoveryCodes', { current });
    expect(await refusalOf(makeCodes(OTHER))).toBe('unauthenticated');

    const { recoveryCodes } = await makeCodes(PASSWORD);

    expect(recoveryCodes).toHaveLength(10);
    expect(await refusalOf(login({ recoveryCode: codes[1]! }))).toBe('unauthenticated');
    expect((await login({ recoveryCode: recoveryCodes[1]! })).user.id).toBe(ada.id);
    expect(await callRoute(server.url, token, 'credentials', {})).toEqual({
      hasPassword: true,
      isExternal: false,
      recoveryCodesLeft: 9,
    });
  });

  it('keeps no secret that could be read from the database', async () => {
    const rows = JSON.stringify(await server.reader.query('SELECT * FROM credentials'));

    expect(rows).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    for (const secret of [PASSWORD, ...codes]) expect(rows).not.toContain(secret);
  });

  it.each([
    ['short', 'seven77'],
    ['common', 'password123'],
    ['common in capitals', 'PASSWORD123'],
    ['without end', 'x'.repeat(257)],
  ])('a %s one is none', async (_, password) => {
    const device = await signIn(server, `grace-${randomUUID().slice(0, 8)}`);

    expect(await refusalOf(device.calls('setPassword', { password }))).toBe('validation_failed');
    expect((await device.calls('credentials', {})).hasPassword).toBe(false);
  });

  it('takes long ones in any script, and not the name itself', async () => {
    const username = `grace-${randomUUID().slice(0, 8)}`;
    const device = await signIn(server, username);
    expect(await refusalOf(device.calls('setPassword', { password: username }))).toBe('validation_failed');

    const password = 'пароль 密码 ﬁ '.repeat(10);
    await device.calls('setPassword', { password });

    expect((await login({ username, password: password.normalize('NFKC') })).user.id).toBe(device.id);
    expect(await refusalOf(login({ username, password: password.slice(0, 72) }))).toBe('unauthenticated');
  });

  it('of twenty first passwords at once one wins', async () => {
    const username = `linus-${randomUUID().slice(0, 8)}`;
    const device = await signIn(server, username);
    const passwords = Array.from({ length: 20 }, (_, i) => `a kettle of fish ${i}`);

    const answers = await Promise.allSettled(
      passwords.map((password) => device.calls('setPassword', { password })),
    );

    const won = answers.flatMap(({ status }, i) => (status === 'fulfilled' ? passwords[i]! : []));
    expect(won).toHaveLength(1);
    const opening = await Promise.allSettled(passwords.map((password) => login({ username, password })));
    expect(opening.flatMap(({ status }, i) => (status === 'fulfilled' ? passwords[i]! : []))).toEqual(won);
  });
});
