import type {
  ClientToServerEvents,
  Message,
  MessageCreated,
  ServerToClientEvents,
} from '@parley/shared-types';
import { io, type ManagerOptions, type Socket } from 'socket.io-client';
import type { Place } from './node.js';
import type { Session } from './sign-in.js';
import { Timeline } from './timeline.js';

const PAGE = 1_000;

/** Impatient, for tests that kill often; give `{}` for the pace of a real client. */
const QUICK: Partial<ManagerOptions> = { reconnectionDelay: 50, reconnectionDelayMax: 250 };

const devices: Device[] = [];
afterEach(() => devices.splice(0).forEach((device) => device.close()));

/**
 * One tab of somebody, and no more than the contract asks of a client: it takes in what it is told, and after
 * each connection or gap asks for what it missed.
 */
export class Device {
  readonly socket: Socket<ServerToClientEvents, ClientToServerEvents>;
  /** Every message it was told of live, in that order, with the connection on which it heard it. */
  readonly heard: { connection: number; message: Message }[] = [];
  connections = 0;
  hasHeardDraining = false;
  readonly #timelines: Map<string, Timeline>;
  readonly #catchingUp = new Map<string, Promise<void>>();
  #onReady: () => void = () => undefined;

  constructor(
    node: Place,
    readonly session: Session,
    readonly name: string,
    roomIds: string[],
    pace: Partial<ManagerOptions> = QUICK,
  ) {
    this.#timelines = new Map(roomIds.map((id) => [id, new Timeline()]));
    this.socket = io(node.url, {
      auth: { token: session.token },
      transports: ['websocket'],
      forceNew: true,
      ...pace,
    });
    this.socket.on('session:ready', () => {
      this.connections++;
      this.hasHeardDraining = false;
      for (const roomId of roomIds) this.#catchUp(roomId);
      this.#onReady();
    });
    this.socket.on('message:created', (fact) => this.#hear(fact));
    this.socket.on('server:draining', () => (this.hasHeardDraining = true));
    devices.push(this);
  }

  get isOnline(): boolean {
    return this.socket.connected && this.connections > 0;
  }

  /** Runs at every connection, as soon as the server has let it in. */
  whenReady(run: () => void): void {
    this.#onReady = run;
  }

  /** Undefined for a room it does not follow. */
  timeline(roomId: string): Timeline | undefined {
    return this.#timelines.get(roomId);
  }

  close(): void {
    this.socket.disconnect();
  }

  #hear({ roomId, version, messages }: MessageCreated): void {
    for (const message of messages) this.heard.push({ connection: this.connections, message });
    const timeline = this.#timelines.get(roomId);
    if (timeline && !timeline.follow(messages, version)) this.#catchUp(roomId);
  }

  /** One after the other: what is told while a page is on its way may leave a gap again. */
  #catchUp(roomId: string): void {
    const before = this.#catchingUp.get(roomId) ?? Promise.resolve();
    // A connection lost on the way is no fault: the next one asks again.
    const after = before.then(() => this.#fetchChanges(roomId)).catch(() => undefined);
    this.#catchingUp.set(roomId, after);
  }

  async #fetchChanges(roomId: string): Promise<void> {
    const timeline = this.#timelines.get(roomId)!;
    for (;;) {
      const since = timeline.version;
      const ack = await this.socket.emitWithAck('room:changes', { roomId, since, limit: PAGE });
      if (!ack.ok) throw new Error(ack.error.message);
      timeline.take(ack.data.messages, ack.data.version);
      if (!ack.data.hasMore) return;
    }
  }
}
