import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A line to a port of this machine on which nothing comes through any more once it is silent; nobody is told. */
export class SilentLine {
  readonly #sockets = new Set<Socket>();
  #isSilent = false;

  private constructor(private readonly server: Server) {}

  static async to(port: number): Promise<SilentLine> {
    const server = createServer();
    const line = new SilentLine(server);
    server.on('connection', (near) => line.#join(near, connect(port, '127.0.0.1')));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return line;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  fallSilent(): void {
    this.#isSilent = true;
  }

  close(): void {
    this.server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #join(near: Socket, far: Socket): void {
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(from);
      from.on('data', (data) => !this.#isSilent && to.write(data));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
    }
  }
}
