import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { RealtimeServer } from '../../src/infra/realtime/realtime-server.js';
import { people } from '../people.js';
import { callRoute } from '../rest.js';
import { Server } from '../server.js';

const CLIENT = fileURLToPath(new URL('./mute-client.mjs', import.meta.url));
const PING_MS = 300;

/** R12: a dead consumer is dropped within this. */
const MOST_MS = 45_000;

describe('R12, R17 · a client that died without a word', () => {
  let server: Server;
  let client: ChildProcess | undefined;

  beforeEach(async () => {
    server = await Server.start();
  });
  afterEach(async () => {
    client?.kill('SIGKILL');
    await server.stop();
  });

  it('is dropped when it stops answering pings, and shows offline to the others', async () => {
    const { io } = server.api.app.get(RealtimeServer);
    expect(Number(io.engine.opts.pingInterval) + Number(io.engine.opts.pingTimeout)).toBeLessThanOrEqual(
      MOST_MS,
    );
    io.engine.opts.pingInterval = PING_MS;
    io.engine.opts.pingTimeout = PING_MS;
    const { ada } = await people(server);
    const dead = await callRoute(server.url, undefined, 'login', { username: 'grace-1' });
    const is = (status: string) =>
      ada.isTold('presence:updated', ({ users }) =>
        users.some((user) => user.userId === dead.user.id && user.status === status),
      );

    const dropped = new Promise((resolve) => {
      io.on('connection', (socket) => socket.on('disconnect', resolve));
    });
    client = spawn(process.execPath, [CLIENT, server.url, dead.token], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await once(client, 'message');
    await is('online');
    client.kill('SIGSTOP');

    expect(await dropped).toBe('ping timeout');
    await is('offline');
    const rows = await server.reader.query('SELECT id FROM connections WHERE user_id = ?', [dead.user.id]);
    expect(rows).toEqual([]);
  });
});
