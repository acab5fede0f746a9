import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';
import type { Room } from '@parley/shared-types';
import { PACKETS } from '../bad-input/packets.js';
import { TEXTS } from '../bad-input/requests.js';
import { Line } from '../line.js';
import { people } from '../people.js';
import type { Person } from '../person.js';
import { Server } from '../server.js';

/** The transport below Socket.IO, for packets that no client library would send. */
type Engine = { write(packet: string | Buffer): void };
const engineOf = ({ socket }: Line) => socket.io.engine as unknown as Engine;

describe('bad input over sockets: the process lives, nothing is lost', () => {
  let server: Server;
  let ada: Person, grace: Person;
  let room: Room;
  let line: Line;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
    room = await ada.opens(grace);
  });
  beforeEach(async () => {
    line = await Line.open(server.url, ada.token);
  });
  /** A conversation goes on meanwhile, on connections that did nothing wrong. */
  afterEach(async () => {
    line.hangUp();
    const word = randomUUID();
    await ada.says(room, word);
    await grace.hears(word);
  });
  afterAll(() => server.stop());

  it('a hundred thousand empty packets cost their sender the connection', async () => {
    for (let i = 0; i < 100_000; i++) engineOf(line).write('');

    await line.closed();
  });

  it('a hundred thousand packets of nobody knows what are survived', async () => {
    for (let i = 0; i < 100_000; i++) engineOf(line).write('2["x"]');

    expect(await line.send('typing:stop', { roomId: room.id })).toMatchObject({ ok: true });
  });

  it.each(PACKETS)('the packet %s harms nobody else', async (packet) => {
    engineOf(line).write(packet);

    await Promise.race([line.closed(), line.send('typing:stop', { roomId: room.id })]);
  });

  it('an event named error, with nobody to answer, is survived', async () => {
    engineOf(line).write('2["error","x"]');

    expect(await line.send('typing:stop', { roomId: room.id })).toMatchObject({ ok: true });
  });

  it('a frame beyond a megabyte costs its sender the connection', async () => {
    line.socket.emit('message:send', {
      roomId: room.id,
      clientId: randomUUID(),
      body: 'x'.repeat(2_000_000),
    });

    await line.closed();
  });

  it('a frame just below it is refused by its length', async () => {
    const draft = { roomId: room.id, clientId: randomUUID(), body: 'x'.repeat(900_000) };

    expect(await line.send('message:send', draft)).toMatchObject({ error: { code: 'validation_failed' } });
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \n\t'],
    ['one sign too many', 'x'.repeat(8_001)],
    ['one picture too many', '🙂'.repeat(4_001)],
    ['a NUL', 'a\0b'],
    ['half a character', 'a\ud800b'],
  ])('a message of %s is refused', async (_, body) => {
    const draft = { roomId: room.id, clientId: randomUUID(), body };

    expect(await line.send('message:send', draft)).toMatchObject({ error: { code: 'validation_failed' } });
  });

  it.each([...TEXTS, ['a message at the limit', 'x'.repeat(8_000)]] as [string, string][])(
    '%s is stored as it is',
    async (_, body) => {
      const draft = { roomId: room.id, clientId: randomUUID(), body };

      expect(await line.send('message:send', draft)).toMatchObject({ ok: true, data: { body } });
      expect((await grace.hears(body)).body).toBe(body);
    },
  );

  it.each([
    ['in the place of the payload', '{"_placeholder":true,"num":0}'],
    ['in the place of a text', '{"body":{"_placeholder":true,"num":0}}'],
    ['below two hundred thousand levels', '['.repeat(200_000) + ']'.repeat(200_000)],
  ])('bytes %s harm nobody else', async (_, payload) => {
    engineOf(line).write(`51-["message:send",${payload}]`);
    engineOf(line).write(Buffer.from('x'));

    await Promise.race([line.closed(), line.send('typing:stop', { roomId: room.id })]);
  });

  it('a namespace that there is not is refused', async () => {
    const elsewhere = line.socket.io.socket('/admin');
    const refusal = new Promise<Error>((resolve) => elsewhere.once('connect_error', resolve));
    elsewhere.connect();

    expect((await refusal).message).toBe('Invalid namespace');
  });

  it('a token of another kind is no session', async () => {
    for (const token of [7, null, {}, ['x'], { toString: 'x' }]) {
      const refused = Line.open(server.url, undefined, { auth: { token } });
      await expect(refused).rejects.toMatchObject({ data: { code: 'unauthenticated' } });
    }
  });

  it('a thousand half-open handshakes keep nobody out', async () => {
    const half = 'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websoc';
    const sockets = await Promise.all(
      Array.from({ length: 1_000 }, async () => {
        const socket = net.connect(server.api.port, '127.0.0.1');
        await once(socket, 'connect');
        socket.on('error', () => undefined).write(half);
        return socket;
      }),
    );

    const late = await Line.open(server.url, grace.token);

    expect(late.ears.of('session:ready')).toHaveLength(1);
    late.hangUp();
    for (const socket of sockets) socket.destroy();
  });
});
