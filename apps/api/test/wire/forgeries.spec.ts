import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type Server as HttpServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { exportJWK, SignJWT, UnsecuredJWT, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { SessionSecret } from '../../src/config/session-secret.js';
import { OperatorTokens } from '../../src/features/auth/operator-tokens.js';
import { EXTERNAL, externalToken } from '../external-token.js';
import { Line } from '../line.js';
import { refusalOf } from '../refusal.js';
import { callRoute } from '../rest.js';
import { Server } from '../server.js';

const ISSUER = EXTERNAL.EXTERNAL_JWT_ISSUER;
const AUDIENCE = EXTERNAL.EXTERNAL_JWT_AUDIENCE;
const refused = { data: { code: 'unauthenticated' } };

/** Refused as the body of a sign-in, as a Bearer and in the handshake. */
async function expectRefused(server: Server, forged: Record<string, string>): Promise<void> {
  for (const [what, token] of Object.entries(forged)) {
    const codes = await Promise.all([
      refusalOf(callRoute(server.url, undefined, 'externalLogin', { token })),
      refusalOf(callRoute(server.url, token, 'me', {})),
    ]);
    expect({ what, codes }).toEqual({ what, codes: ['unauthenticated', 'unauthenticated'] });
    await expect(Line.open(server.url, token)).rejects.toMatchObject(refused);
  }
}

describe('tokens of the operator and of sessions', () => {
  let server: Server;
  beforeAll(async () => {
    server = await Server.start();
  });
  afterAll(() => server.stop());

  it('are signed with different keys, and neither passes for the other', async () => {
    const { key } = server.api.app.get(SessionSecret);
    const operator = await server.api.app.get(OperatorTokens).sign();
    const forged = await new SignJWT({ sid: randomUUID() })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('parley-operator')
      .setSubject(randomUUID())
      .setExpirationTime('1h')
      .sign(key);
    const people = (token: string) => callRoute(server.url, token, 'adminUsers', {});

    expect((await people(operator)).items).toEqual([]);
    expect(await refusalOf(people(forged))).toBe('unauthenticated');
    expect(await refusalOf(callRoute(server.url, operator, 'me', {}))).toBe('unauthenticated');
    await expect(Line.open(server.url, operator)).rejects.toMatchObject(refused);
  });
});

describe('forged tokens of another system that shares a secret', () => {
  let server: Server;
  beforeAll(async () => {
    server = await Server.start(EXTERNAL);
  });
  afterAll(() => server.stop());

  it('are refused everywhere', async () => {
    const claims = { sub: randomUUID(), name: 'Ada', iss: ISSUER, aud: AUDIENCE };
    const key = Buffer.from(EXTERNAL.EXTERNAL_JWT_SECRET);
    const sign = (alg: string, signer: Uint8Array) =>
      new SignJWT(claims).setProtectedHeader({ alg }).setExpirationTime('1h').sign(signer);
    const good = await externalToken({ sub: claims.sub, name: 'Ada' });
    const { sub: _, ...nobody } = claims;

    expect((await callRoute(server.url, good, 'me', {})).displayName).toBe('Ada');
    await expectRefused(server, {
      'no algorithm': new UnsecuredJWT(claims).setExpirationTime('1h').encode(),
      'no signature': `${good.split('.').slice(0, 2).join('.')}.`,
      'another key': await sign('HS256', Buffer.from('some other secret that is long enough')),
      'another algorithm': await sign('HS512', key),
      expired: await externalToken({ sub: claims.sub }, '-1s'),
      'no end': await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(key),
      'another issuer': await externalToken({ sub: claims.sub, iss: 'https://else.example' }),
      'another audience': await externalToken({ sub: claims.sub, aud: 'else' }),
      nobody: await externalToken(nobody),
      'a subject without end': await externalToken({ sub: 'x'.repeat(256) }),
      nonsense: 'x.y.z',
    });
  });
});

describe('tokens of another system that publishes its keys', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  let keys: HttpServer;
  let server: Server;
  let theirs: string;

  beforeAll(async () => {
    const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
    keys = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] }))).listen(
      0,
      '127.0.0.1',
    );
    await once(keys, 'listening');
    theirs = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/jwks.json`;
    server = await Server.start({
      AUTH_MODE: 'external',
      EXTERNAL_JWKS_URL: theirs,
      EXTERNAL_JWT_ISSUER: ISSUER,
      EXTERNAL_JWT_AUDIENCE: AUDIENCE,
    });
    // Asked for once and kept: connections to it are not the messenger's to answer for.
    server.beforeStop(() => {
      keys.closeAllConnections();
      keys.close();
    });
  });
  afterAll(() => server.stop());

  const sign = (
    header: Partial<JWTHeaderParameters> = {},
    key: Parameters<SignJWT['sign']>[0] = privateKey,
    claims: JWTPayload = {},
  ) =>
    new SignJWT({ sub: 'ada-elsewhere', name: 'Ada', iss: ISSUER, aud: AUDIENCE, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'one', ...header })
      .setExpirationTime('1h')
      .sign(key);

  it('are good when one of its keys signed them', async () => {
    expect((await callRoute(server.url, await sign(), 'me', {})).displayName).toBe('Ada');
  });

  it('are refused when they name another key, carry their own, or swap the algorithm', async () => {
    const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
    const own = await exportJWK(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey);
    await expectRefused(server, {
      'another key': await sign({}, stranger),
      'a key by another name': await sign({ kid: 'two' }, stranger),
      'a key by a path': await sign({ kid: '../../dev/null' }, stranger),
      'a key that it brings': await sign({ jwk: own as never }, stranger),
      'a key from elsewhere': await sign({ jku: 'http://127.0.0.1:9/jwks.json' }, stranger),
      'the public key as a secret': await sign({ alg: 'HS256' }, Buffer.from(pem)),
      'another issuer': await sign({}, privateKey, { iss: 'https://else.example' }),
      'another audience': await sign({}, privateKey, { aud: 'else' }),
    });
  });
});
