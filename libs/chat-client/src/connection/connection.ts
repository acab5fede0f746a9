import type { Ack, CommandData, CommandInput, CommandName } from '@parley/shared-types';
import { StatusStore } from './connection-status.js';
import type { Fact } from './fact.js';
import { CommandFailed } from './failure.js';
import { reconnectDelay } from './reconnect-delay.js';
import { ACK_TIMEOUT_MS, openSocket, type ChatSocket, type OpenSocket } from './socket.js';
import { onWake } from './wake.js';

interface ConnectionOptions {
  origin: string;
  token: () => Promise<string | undefined>;
  /** Another token may be good where this one is over. */
  renewsToken?: () => boolean;
  onFact: (fact: Fact) => void;
  /** The page was looked at again after a long time, on what seems to be a living connection. */
  onReturn: () => void;
  open?: OpenSocket;
  random?: () => number;
}

type Waiter = { ready: () => void; failed: (error: CommandFailed) => void };

const unavailable = () => new CommandFailed({ code: 'unavailable', message: 'There is no connection.' });
const signedOut = () => new CommandFailed({ code: 'unauthenticated', message: 'The session ended.' });
const late = () => new CommandFailed({ code: 'timeout', message: 'The server did not answer in time.' });

/** One socket, kept alive: commands out, facts in, and the status that people see. */
export class Connection {
  readonly status = new StatusStore();
  private socket: ChatSocket | undefined;
  private readonly waiters = new Set<Waiter>();
  private running = false;
  private ready = false;
  private attempt = 0;
  private drainMs: number | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopWaking = () => {};

  constructor(private readonly options: ConnectionOptions) {}

  /** Commands can be sent: the server has joined this socket to its rooms. */
  get isReady() {
    return this.ready;
  }

  start() {
    if (this.running) return;
    this.running = true;
    this.attempt = 0;
    this.status.set('connecting');
    this.stopWaking = onWake({
      wake: (wasAway) => (this.ready ? wasAway && this.options.onReturn() : this.connectNow()),
      networkLost: () => this.cut(),
    });
    this.socket ??= this.openSocket();
    this.socket.connect();
  }

  stop() {
    this.running = false;
    this.ready = false;
    clearTimeout(this.timer);
    this.stopWaking();
    this.socket?.disconnect();
    this.failWaiters(unavailable());
  }

  /** The session is over: no retry until `start`. */
  signOut() {
    this.stop();
    this.failWaiters(signedOut());
    this.status.set('signed-out');
  }

  /** The facts are complete again: people may be told so. */
  markOnline() {
    if (this.ready) this.status.set('online');
  }

  /** Waits for the connection, then sends; 10 s for each. */
  async command<Name extends CommandName>(
    name: Name,
    payload: CommandInput<Name>,
  ): Promise<CommandData<Name>> {
    if (!this.ready) await this.whenReady();
    return this.emit(name, payload);
  }

  /** Sends now or rejects with `unavailable`; commands of one connection arrive in the order of these calls. */
  async emit<Name extends CommandName>(name: Name, payload: CommandInput<Name>): Promise<CommandData<Name>> {
    if (!this.ready || !this.socket) throw unavailable();
    let answer: unknown;
    try {
      answer = await this.socket.request(name, payload);
    } catch {
      throw this.socket.connected ? late() : unavailable();
    }
    const reply = answer as Ack<CommandData<Name>>;
    if (!reply.ok) throw new CommandFailed(reply.error);
    return reply.data;
  }

  private whenReady(): Promise<void> {
    if (this.status.get().state === 'signed-out') return Promise.reject(signedOut());
    return new Promise((resolve, reject) => {
      const leave = () => (clearTimeout(timer), this.waiters.delete(waiter));
      const waiter: Waiter = {
        ready: () => (leave(), resolve()),
        failed: (error) => (leave(), reject(error)),
      };
      const timer = setTimeout(() => waiter.failed(late()), ACK_TIMEOUT_MS);
      this.waiters.add(waiter);
    });
  }

  private failWaiters(error: CommandFailed) {
    for (const waiter of [...this.waiters]) waiter.failed(error);
  }

  private openSocket(): ChatSocket {
    const socket = (this.options.open ?? openSocket)(this.options.origin, this.options.token);
    socket.onFact((name, payload) => this.receive({ name, payload } as Fact));
    socket.onDisconnect(() => this.lost());
    socket.onConnectError((code) => (code === 'unauthenticated' ? this.signOut() : this.lost()));
    return socket;
  }

  private receive(fact: Fact) {
    if (!this.running) return;
    if (fact.name === 'server:draining') this.drainMs = fact.payload.reconnectInMs;
    if (fact.name === 'session:revoked' && !this.mayRenew(fact.payload.reason)) this.signOut();
    if (fact.name === 'session:ready') {
      this.ready = true;
      this.attempt = 0;
    }
    this.options.onFact(fact);
    if (this.ready) for (const waiter of [...this.waiters]) waiter.ready();
  }

  private mayRenew(reason: string) {
    return reason === 'expired' && this.options.renewsToken?.() === true;
  }

  private lost() {
    this.ready = false;
    if (!this.running) return;
    this.status.set('offline');
    const random = this.options.random ?? Math.random;
    const delayMs =
      this.drainMs === undefined ? reconnectDelay(this.attempt, random) : this.drainMs * (0.5 + random());
    this.attempt += 1;
    this.drainMs = undefined;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.socket?.connect(), delayMs);
  }

  /** The network is gone, the socket does not know it yet. */
  private cut() {
    const wasConnected = this.socket?.connected;
    this.socket?.disconnect();
    if (!wasConnected) this.lost();
  }

  /** Without waiting for the next attempt; one under way goes on. */
  private connectNow() {
    clearTimeout(this.timer);
    this.attempt = 0;
    this.socket?.connect();
  }
}
