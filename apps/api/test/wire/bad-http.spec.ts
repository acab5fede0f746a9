import net from 'node:net';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Room } from '@parley/shared-types';
import { BYTES, LOGINS, NO_TEXTS, PATHS, TEXTS, TYPES } from '../bad-input/requests.js';
import { people } from '../people.js';
import type { Person } from '../person.js';
import { rawHttp } from '../raw-http.js';
import { Server } from '../server.js';

describe('bad input over HTTP: the server answers, the process lives, nothing is lost', () => {
  let server: Server;
  let ada: Person, grace: Person;
  let room: Room;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
    room = await ada.opens(grace);
  });
  /** A conversation goes on meanwhile, whatever else comes in. */
  afterEach(async () => {
    const word = randomUUID();
    await ada.says(room, word);
    await grace.hears(word);
  });
  afterAll(() => server.stop());

  const json = { 'content-type': 'application/json' };
  const post = (path: string, body: string | Buffer, headers = {}) =>
    rawHttp(server, {
      method: 'POST',
      path: `/api/v1${path}`,
      headers: { ...json, authorization: `Bearer ${ada.token}`, ...headers },
      body,
    });
  const send = (body: string) => ada.post(`/rooms/${room.id}/messages`, { clientId: randomUUID(), body });

  /** What comes back for bytes that no HTTP library would send. */
  const bytes = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = net.connect(server.api.port, '127.0.0.1', () => socket.end(text));
      let answer = '';
      socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
      socket.once('close', () => resolve(answer.split('\r\n')[0]!)).once('error', reject);
    });

  it.each(PATHS)('GET %s is answered', async (path, status) => {
    expect((await rawHttp(server, { path })).status).toBe(status);
  });

  it.each(BYTES)('%s is answered', async (_, text, status) => {
    expect((await bytes(text)).split(' ')[1]).toMatch(new RegExp(`^${status}`));
  });

  it.each(LOGINS)('a login of %s is answered', async (_, body, status) => {
    const answer = await post('/auth/login', body);

    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  it.each(TYPES)('%s is refused as a type', async (_, type) => {
    expect((await post('/auth/login', '{"username":"ada"}', { 'content-type': type })).status).toBe(415);
  });

  it('a compressed body that is none is refused', async () => {
    const answer = await post('/auth/login', Buffer.from('no gzip'), { 'content-encoding': 'gzip' });

    expect(answer.status).toBe(400);
  });

  it('messages of length 0, of spaces, and beyond the limit are refused; at the limit they are stored', async () => {
    expect((await send('')).status).toBe(400);
    expect((await send(' \n\t\u00a0')).status).toBe(400);
    expect((await send('x'.repeat(8_001))).status).toBe(400);
    expect((await send('🙂'.repeat(4_001))).status).toBe(400);
    expect((await send('x'.repeat(8_000))).status).toBe(201);
    expect((await send('🙂'.repeat(4_000))).status).toBe(201);
  });

  it.each(TEXTS)('%s is stored as it is', async (_, body) => {
    const { status, body: stored } = await send(body);

    expect(status).toBe(201);
    expect(stored).toMatchObject({ body });
    expect((await grace.hears(body)).body).toBe(body);
  });

  it.each(NO_TEXTS)('text that no store keeps is refused: %j', async (body) => {
    expect((await send(body)).status).toBe(400);
  });

  it('a body that never comes keeps nobody else waiting', async () => {
    const slow = net.connect(server.api.port, '127.0.0.1', () =>
      slow.write(
        'POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
      ),
    );

    expect((await ada.get('/auth/me')).status).toBe(200);
    slow.destroy();
  });

  // A body that is no file has a minute: see slow-requests.spec.
  it('what never ends is given up: headers after twenty seconds, a file after an hour', () => {
    const http = server.api.app.getHttpServer() as { headersTimeout: number; requestTimeout: number };

    expect(http.headersTimeout).toBe(20_000);
    expect(http.requestTimeout).toBe(3_600_000);
  });

  it('hundreds of requests that come a letter at a time keep nobody else waiting', async () => {
    const slow = await Promise.all(
      Array.from({ length: 300 }, async () => {
        const socket = net.connect(server.api.port, '127.0.0.1');
        await once(socket, 'connect');
        socket.on('error', () => undefined).write('GET /api/v1/auth/me HTTP/1.1\r\nHost: x\r\nX-Slow: ');
        return socket;
      }),
    );
    for (const socket of slow) socket.write('x');

    expect((await ada.get('/auth/me')).status).toBe(200);
    for (const socket of slow) socket.destroy();
  });

  it('an unknown address and a wrong method are problems too', async () => {
    for (const [method, path] of [
      ['GET', '/api/v1/nothing'],
      ['PUT', '/api/v1/rooms'],
      ['DELETE', '/api/v1/auth/me'],
      ['TRACE', '/api/v1/rooms'],
    ] as const) {
      const answer = await rawHttp(server, { method, path });
      expect(answer.status).toBe(404);
      expect(JSON.parse(answer.body)).toMatchObject({ code: 'not_found', status: 404 });
    }
  });
});
