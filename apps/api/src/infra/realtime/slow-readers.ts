import { Logger } from '@nestjs/common';
import type { Server } from 'socket.io';

/** What a client may leave unread of what it is told, in characters: a line that is only slow is never so far behind. */
const MOST_UNREAD = 4_000_000;

/** Answers weigh less: whoever comes back asks for pages of many rooms at once. */
const WEIGHT_OF_ANSWER = 1 / 8;
/** How Socket.IO's packets of that kind begin. */
const ANSWER = '3';

/** The parts of Engine.IO's socket that are touched here. */
type EngineSocket = {
  on(event: 'packetCreate', listener: (packet: { data?: string | Buffer }) => void): void;
  on(event: 'flush', listener: () => void): void;
  close(isDiscarded: boolean): void;
  transport: { socket?: { terminate(): void } };
};

/**
 * A client that reads more slowly than it is told would have this node keep the rest for it, until it answers no ping
 * any more; one that answers pings, for ever. It is cut off, and asks for what it missed when it comes back.
 */
export function endSlowReaders(io: Server): void {
  const logger = new Logger('Realtime');

  io.engine.on('connection', (connection: EngineSocket) => {
    let unread = 0;
    // The transport takes all that waits as soon as what it took before has gone out.
    connection.on('flush', () => (unread = 0));
    connection.on('packetCreate', ({ data }) => {
      if (!data) return;
      unread += data[0] === ANSWER ? data.length * WEIGHT_OF_ANSWER : data.length;
      if (unread < MOST_UNREAD) return;
      unread = 0;
      logger.log('A client that does not read is cut off');
      const { socket } = connection.transport;
      // To say farewell would be one more thing that it does not read.
      if (socket) socket.terminate();
      else connection.close(true);
    });
  });
}
