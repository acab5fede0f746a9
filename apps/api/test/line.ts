import {
  CommandError,
  commands,
  type Ack,
  type ClientToServerEvents,
  type CommandData,
  type CommandInput,
  type CommandName,
  type ServerToClientEvents,
} from '@parley/shared-types';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { Ears } from './ears.js';
import { exactly } from './exactly.js';
import { Refusal } from './refusal.js';
import { until } from './until.js';

export type ClientSocket = Socket<ServerToClientEvents, ClientToServerEvents>;
type Options = Partial<ManagerOptions & SocketOptions>;

/** One open socket, with everything it heard. */
export class Line {
  readonly ears = new Ears();

  private constructor(readonly socket: ClientSocket) {
    socket.onAny((name: string, payload: unknown) => this.ears.hear(name, payload));
  }

  /** Settles when the server is ready for it. @throws Error with the server's `data` when it is refused */
  static async open(url: string, token: string | undefined, options: Options = {}): Promise<Line> {
    const socket: ClientSocket = io(url, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      autoConnect: false,
      ...(token !== undefined && { auth: { token } }),
      ...options,
    });
    const line = new Line(socket);
    await line.connect();
    return line;
  }

  /** Connects, or connects again. */
  async connect(): Promise<void> {
    this.ears.forget();
    await new Promise<void>((resolve, reject) => {
      this.socket.once('session:ready', () => resolve());
      this.socket.once('connect_error', reject);
      this.socket.connect();
    }).finally(() => this.socket.off('connect_error'));
  }

  /** The ack as it came, whatever it says. Any event, any arguments: also what the types forbid. */
  send(event: string, ...args: unknown[]): Promise<Ack<unknown>> {
    return new Promise((resolve) => {
      (this.socket as unknown as { emit(...all: unknown[]): void }).emit(event, ...args, resolve);
    });
  }

  /** What a command of the contract brings, checked against it. @throws Refusal */
  async ask<Name extends CommandName>(name: Name, payload: CommandInput<Name>): Promise<CommandData<Name>> {
    return fromAck(name, await this.send(name, payload));
  }

  async closed(): Promise<void> {
    await until('the server to close the socket', () => this.socket.disconnected);
  }

  /** @throws when something it heard was not of the contract */
  hangUp(): void {
    this.socket.disconnect();
    this.ears.check();
  }
}

/** What an ack brings, checked. @throws Refusal */
export function fromAck<Name extends CommandName>(name: Name, ack: Ack<unknown>): CommandData<Name> {
  if (!ack.ok) {
    const error = exactly(CommandError, ack.error, `the error of ${name}`);
    throw new Refusal(error.code, error);
  }
  return exactly(commands[name].data, ack.data, `the data of ${name}`) as CommandData<Name>;
}
