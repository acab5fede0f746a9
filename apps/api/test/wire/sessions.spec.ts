import { SignJWT, UnsecuredJWT } from 'jose';
import { SessionSecret } from '../../src/config/session-secret.js';
import { Line } from '../line.js';
import { people, signIn } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { callRoute } from '../rest.js';
import { Server } from '../server.js';

const refused = { data: { code: 'unauthenticated' } };

describe('sessions', () => {
  let server: Server;
  let ada: Person, grace: Person;

  beforeAll(async () => {
    server = await Server.start();
  });
  beforeEach(async () => {
    ({ ada, grace } = await people(server));
  });
  afterAll(() => server.stop());

  const idOf = async (device: Person) =>
    (await device.calls('sessions', {})).items.find(({ current }) => current)!.id;

  it('signing out ends REST and every tab of the session at once, and lets nobody back in', async () => {
    const tab = await Line.open(server.url, ada.token);

    await ada.calls('logout', {});

    expect(await refusalOf(ada.calls('me', {}))).toBe('unauthenticated');
    for (const line of [ada.line, tab]) {
      await line.closed();
      expect(line.ears.of('session:revoked')).toEqual([{ reason: 'signed_out' }]);
    }
    await expect(tab.connect()).rejects.toMatchObject(refused);
    await expect(Line.open(server.url, ada.token)).rejects.toMatchObject(refused);
  });

  it('nothing that a signed-out socket still sends is accepted', async () => {
    const room = await ada.opens(grace);
    const before = (await grace.sees(room)).lastSeq;

    await ada.calls('logout', {});
    const clientId = '0190aaaa-0000-7000-8000-000000000000';
    ada.line.socket.emit('message:send', { roomId: room.id, clientId, body: 'from the grave' });
    await ada.line.closed();
    await grace.says(room, 'still here');

    expect((await grace.historyOf(room)).slice(before).map(({ body }) => body)).toEqual(['still here']);
  });

  it('my other devices stay signed in when one is signed out', async () => {
    const phone = await signIn(server, 'ada');

    await phone.calls('logout', {});

    expect((await ada.calls('me', {})).id).toBe(ada.id);
    expect(ada.line.socket.connected).toBe(true);
  });

  it('a device of mine can be signed out from another one', async () => {
    const phone = await signIn(server, 'ada');
    const sessionId = await idOf(phone);

    await ada.calls('endSession', { sessionId });

    await phone.line.closed();
    expect(await refusalOf(phone.calls('me', {}))).toBe('unauthenticated');
    expect((await ada.calls('sessions', {})).items.map(({ id }) => id)).not.toContain(sessionId);
  });

  it("somebody else's session is unknown to me", async () => {
    expect(await refusalOf(ada.calls('endSession', { sessionId: await idOf(grace) }))).toBe('not_found');
    expect((await grace.calls('me', {})).id).toBe(grace.id);
  });

  it('a token that is not ours opens nothing, over REST or sockets', async () => {
    const { key } = server.api.app.get(SessionSecret);
    const claims = { sid: await idOf(ada) };
    const token = (alg = 'HS256', signer: Uint8Array = key, expires = '1h', issuer = 'parley') =>
      new SignJWT(claims)
        .setProtectedHeader({ alg, kid: '../../dev/null' })
        .setSubject(ada.id)
        .setIssuer(issuer)
        .setExpirationTime(expires)
        .sign(signer);
    const [head, payload, signature] = ada.token.split('.');
    const swapped = Buffer.from(JSON.stringify({ ...claims, sub: grace.id, iss: 'parley', exp: 9e9 }));

    const bad = {
      'another key': await token('HS256', Buffer.from('another key that is long enough')),
      'another algorithm': await token('HS512'),
      'no algorithm': new UnsecuredJWT(claims).setSubject(ada.id).setIssuer('parley').encode(),
      'no signature': `${head}.${payload}.`,
      'another payload': `${head}.${swapped.toString('base64url')}.${signature}`,
      expired: await token('HS256', key, '-1s'),
      'another issuer': await token('HS256', key, '1h', 'someone'),
      'a session that never was': await new SignJWT({ sid: ada.id })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(ada.id)
        .setIssuer('parley')
        .setExpirationTime('1h')
        .sign(key),
    };

    expect((await callRoute(server.url, await token(), 'me', {})).id).toBe(ada.id);
    for (const [what, forged] of Object.entries(bad)) {
      const code = await refusalOf(callRoute(server.url, forged, 'me', {}));
      expect({ what, code }).toEqual({ what, code: 'unauthenticated' });
      await expect(Line.open(server.url, forged)).rejects.toMatchObject(refused);
    }
  });
});
