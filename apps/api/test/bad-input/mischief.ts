import { once } from 'node:events';
import net from 'node:net';
import { commands, routes, type Route } from '@parley/shared-types';
import { io, type Socket } from 'socket.io-client';
import { rawHttp } from '../raw-http.js';
import { PACKETS, PAYLOADS } from './packets.js';
import { BYTES, LOGINS, NO_IDS, PATHS, QUERIES, TYPES } from './requests.js';

type Target = { url: string; port: number };
type Engine = { write(packet: string | Buffer): void; once(event: 'close', listener: () => void): void };

const JSON_TYPE = { 'content-type': 'application/json' };

/** Somebody signed in who sends a server everything that a server should bear. */
export class Mischief {
  /** The statuses that say the fault is the server's. */
  readonly faults: string[] = [];

  constructor(
    private readonly target: Target,
    private readonly token: string,
  ) {}

  /** Everything, each kind beside the others. */
  async doAll(): Promise<void> {
    await Promise.all([
      this.#badRequests(),
      this.#badRoutes(),
      this.#badCommands(),
      this.#badPackets(),
      this.#floods(),
      this.#halfOpen(),
    ]);
  }

  async #badRequests(): Promise<void> {
    for (const [path] of PATHS) await this.#request('GET', path);
    for (const [, text] of BYTES) await this.#bytes(text);
    for (const [, body] of LOGINS) await this.#request('POST', '/api/v1/auth/login', JSON_TYPE, body);
    for (const [, type] of TYPES) {
      await this.#request('POST', '/api/v1/auth/login', { 'content-type': type }, '{"username":"ada"}');
    }
    for (const q of QUERIES) await this.#request('GET', `/api/v1/search?${new URLSearchParams({ q })}`);
  }

  /** Every route, with ids that are none and a body that fits none of them. */
  async #badRoutes(): Promise<void> {
    for (const { method, url } of Object.values(routes) as Route[]) {
      // Signing this session out would leave the rest of it unheard.
      if (url === '/auth/logout') continue;
      const body = method === 'GET' ? undefined : '{"seq":-1,"body":["x"]}';
      const paths = NO_IDS.map(
        (id) => `/api/v1${url.replace(/:\w+/g, id)}?before=NaN&limit=9007199254740993`,
      );
      await Promise.all(paths.map((path) => this.#request(method, path, JSON_TYPE, body)));
    }
  }

  async #badCommands(): Promise<void> {
    const socket = await this.#connect();
    for (const name of [...Object.keys(commands), 'no:such', '__proto__', 'x'.repeat(5_000)]) {
      const answers = PAYLOADS.map(async (payload) => {
        socket.emit(name, payload, 'no function');
        const ack = (await socket.timeout(15_000).emitWithAck(name, payload)) as { error?: { code: string } };
        if (ack.error?.code === 'internal') this.faults.push(`${name} ${String(payload)}`);
      });
      await Promise.all(answers);
    }
    socket.disconnect();
  }

  /** Each on a connection of its own, as it may cost that. */
  async #badPackets(): Promise<void> {
    for (const packet of PACKETS) {
      const socket = await this.#connect();
      engineOf(socket).write(packet);
      engineOf(socket).write(Buffer.from('x'));
      await Promise.race([closed(socket), socket.timeout(15_000).emitWithAck('typing:stop', {})]);
      socket.disconnect();
    }
  }

  async #floods(): Promise<void> {
    for (const packet of ['', '2["x"]', '2["error","x"]']) {
      const socket = await this.#connect();
      for (let i = 0; i < 20_000; i++) engineOf(socket).write(packet);
      await Promise.race([closed(socket), socket.timeout(15_000).emitWithAck('typing:stop', {})]);
      socket.disconnect();
    }
    const socket = await this.#connect();
    socket.emit('message:send', 'x'.repeat(2_000_000));
    await closed(socket);
  }

  async #halfOpen(): Promise<void> {
    const half = 'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websoc';
    const sockets = await Promise.all(Array.from({ length: 1_000 }, () => this.#dial()));
    for (const socket of sockets) socket.write(half);
    await this.#request('GET', '/api/v1/auth/me');
    for (const [i, socket] of sockets.entries())
      if (i % 2) socket.resetAndDestroy();
      else socket.destroy();
  }

  async #request(method: string, path: string, headers = {}, body?: string): Promise<void> {
    const authorization = `Bearer ${this.token}`;
    const { status } = await rawHttp(this.target, {
      method,
      path,
      headers: { authorization, ...headers },
      ...(body !== undefined && { body }),
    });
    if (status >= 500) this.faults.push(`${method} ${path.slice(0, 80)}: ${status}`);
  }

  async #bytes(text: string): Promise<void> {
    const socket = await this.#dial();
    socket.end(text);
    socket.resume();
    await once(socket, 'close');
  }

  async #dial(): Promise<net.Socket> {
    const socket = net.connect(this.target.port, '127.0.0.1');
    await once(socket, 'connect');
    return socket.on('error', () => undefined);
  }

  async #connect(): Promise<Socket> {
    const options = { transports: ['websocket'], reconnection: false, forceNew: true };
    const socket = io(this.target.url, { ...options, auth: { token: this.token } });
    await new Promise<void>((resolve) => socket.once('session:ready', () => resolve()));
    return socket;
  }
}

const engineOf = (socket: Socket) => socket.io.engine as unknown as Engine;

const closed = (socket: Socket) =>
  new Promise<void>((resolve) => {
    socket.once('disconnect', () => resolve());
    if (socket.disconnected) resolve();
  });
