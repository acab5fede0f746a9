import net from 'node:net';
import { randomUUID } from 'node:crypto';
import type { Room } from '@parley/shared-types';
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

  it.each([
    ['//', 404],
    ['///', 404],
    ['/%', 404],
    ['/%ff', 404],
    ['/api/v1/rooms/%ff', 400],
    ['/api/v1/rooms/%', 400],
    ['/api/v1/users?query=%', 401],
    ['/api/v1/../../etc/passwd', 404],
    ['/api/v1/%2e%2e/%2e%2e/etc/passwd', 404],
    [`/${'x'.repeat(60)}`, 404],
    ['/socket.io/', 400],
    ['/socket.io/?EIO=4&transport=x', 400],
    ['/socket.io/?EIO=99&transport=polling', 400],
    ['/socket.io/?EIO=4&transport=polling&sid=nobody', 400],
  ])('GET %s is answered', async (path, status) => {
    expect((await rawHttp(server, { path })).status).toBe(status);
  });

  it.each([
    ['headers of 16 KB', `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(17_000)}\r\n\r\n`, '431'],
    ['no HTTP at all', 'hello\r\n\r\n', '400'],
    ['a request without a host', 'GET / HTTP/1.1\r\n\r\n', '400'],
    [
      'an address that is a whole URL',
      'GET http://[::1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      '4',
    ],
    ['a bare double slash', 'GET // HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '404'],
  ])('%s is answered', async (_, text, status) => {
    expect((await bytes(text)).split(' ')[1]).toMatch(new RegExp(`^${status}`));
  });

  it.each([
    ['broken JSON', '{"username": ', 400],
    ['no object', '"ada"', 400],
    ['nothing', '', 400],
    ['null', 'null', 400],
    ['a number out of bounds', '{"username": 1e999}', 400],
    ['a thousand levels', '['.repeat(1_000) + ']'.repeat(1_000), 400],
    ['a thousand levels in a field', `{"username": ${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}}`, 400],
    ['__proto__', '{"username": "ada", "__proto__": {"role": "admin"}}', 400],
    ['constructor', '{"username": "ada", "constructor": {"prototype": {"role": "admin"}}}', 400],
    ['ten megabytes', `{"username": "${'x'.repeat(10_000_000)}"}`, 413],
    ['a name of another kind', '{"username": ["ada"]}', 400],
    ['a name with a NUL', '{"username": "ada\\u0000"}', 400],
    ['a name of half a character', '{"username": "ada\\ud800"}', 400],
    ['a name that turns the writing around', '{"username": "ada\\u202e"}', 400],
    ['a name of nothing to see', '{"username": "\\u200b\\u200b"}', 400],
    ['a name with one sign too many', `{"username": "${'a'.repeat(33)}"}`, 400],
    ['a name with one sign too few', '{"username": "a"}', 400],
  ])('a login of %s is answered', async (_, body, status) => {
    const answer = await post('/auth/login', body);

    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  it.each([
    ['plain text', 'text/plain', 415],
    ['a form', 'application/x-www-form-urlencoded', 415],
    ['a form in parts', 'multipart/form-data; boundary=x', 415],
    ['XML', 'application/xml', 415],
    ['JSON in another encoding', 'application/json; charset=latin1', 415],
  ])('%s is refused as a type', async (_, type, status) => {
    expect((await post('/auth/login', '{"username":"ada"}', { 'content-type': type })).status).toBe(status);
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

  it.each([
    ['signs of markup', '*[>'.repeat(2_666)],
    ['another direction', 'مرحبا \u202e abc \u202c'],
    ['joined signs', '👩‍👩‍👧‍👧 e\u0301 \u200b|\u200b'],
    ['what looks like markup', '<script>alert(1)</script> ${7*7} {{7*7}}'],
    ['what looks like SQL', "'; DROP TABLE messages; --"],
    ['control characters', 'a\u0001b\u001b[31m\r\n'],
  ])('%s is stored as it is', async (_, body) => {
    const { status, body: stored } = await send(body);

    expect(status).toBe(201);
    expect(stored).toMatchObject({ body });
    expect((await grace.hears(body)).body).toBe(body);
  });

  it.each(['a\0b', 'a\ud800b', '\udc00'])('text that no store keeps is refused: %j', async (body) => {
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
