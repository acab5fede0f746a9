import { io, type Socket } from 'socket.io-client';

/** How long a command waits for its ack, in milliseconds. */
export const ACK_TIMEOUT_MS = 10_000;

/** What the connection needs of a socket, so that tests can bring their own. */
export interface ChatSocket {
  readonly connected: boolean;
  connect(): void;
  disconnect(): void;
  /** Resolves with the ack, rejects when there is none in time or the socket is lost. */
  request(name: string, payload: unknown): Promise<unknown>;
  onFact(listener: (name: string, payload: unknown) => void): void;
  onDisconnect(listener: () => void): void;
  /** `code` is the server's reason for a refused handshake. */
  onConnectError(listener: (code: string | undefined) => void): void;
}

export type OpenSocket = (origin: string, token: () => Promise<string | undefined>) => ChatSocket;

const codeIn = (error: Error) => {
  const data = 'data' in error ? error.data : undefined;
  return data && typeof data === 'object' && 'code' in data && typeof data.code === 'string'
    ? data.code
    : undefined;
};

/**
 * A Socket.IO socket that reconnects only when told: its own reconnection cannot be hurried when the network or the
 * reader comes back, nor held off while a server drains.
 */
export const openSocket: OpenSocket = (origin, token) => {
  const options = {
    autoConnect: false,
    forceNew: true,
    reconnection: false,
    timeout: ACK_TIMEOUT_MS,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    auth: (give: (auth: object) => void) =>
      token().then(
        (known) => give(known ? { token: known } : {}),
        // As if the network had been lost: it is tried again later.
        () => socket.io.engine.close(),
      ),
  };
  const socket: Socket = origin ? io(origin, options) : io(options);

  return {
    get connected() {
      return socket.connected;
    },
    connect: () => void socket.connect(),
    disconnect: () => void socket.disconnect(),
    request: (name, payload) => socket.timeout(ACK_TIMEOUT_MS).emitWithAck(name, payload),
    onFact: (listener) => void socket.onAny(listener),
    onDisconnect: (listener) => void socket.on('disconnect', listener),
    onConnectError: (listener) => void socket.on('connect_error', (error) => listener(codeIn(error))),
  };
};
