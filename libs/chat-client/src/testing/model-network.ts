import type { CommandPayload } from '@parley/shared-types';
import type { Fact } from '../connection/fact.js';
import type { ChatSocket } from '../connection/socket.js';
import { roomChangeOf } from '../timeline/room-change.js';
import { Refused, type ModelServer } from './model-server.js';
import { ada } from './people.js';
import type { Random } from './random.js';

/** `rest` survives the loss of the socket. */
type Step = { run: () => void; ordered?: boolean; rest?: boolean };

/** What keeps its place among all others: the beginning of a connection, and of a membership and its end. */
const isOrdered = (fact: Fact) => ['session:ready', 'room:created', 'room:removed'].includes(fact.name);

/** How far facts may overtake one another. */
const REACH = 4;

/**
 * The way between one client and the model server: it delays, repeats and reorders, and loses all that is under way
 * when it is cut. Nothing moves by itself: `step` moves one thing.
 */
export class ModelNetwork {
  connected = false;
  /** How often a fact that has a version is lost although the connection holds. */
  loss = 0;
  /** How often a send is refused for the moment, or its ack is lost. */
  trouble = 0;
  private requests: Step[] = [];
  private deliveries: Step[] = [];
  private facts: (name: string, payload: unknown) => void = () => {};
  private disconnected = () => {};
  private pending = new Set<(error: Error) => void>();

  constructor(
    private readonly server: ModelServer,
    private readonly random: Random,
  ) {
    server.tell = (...facts) => this.tell(...facts);
  }

  get isIdle() {
    return this.requests.length + this.deliveries.length === 0;
  }

  readonly openSocket = (): ChatSocket => {
    const isConnected = () => this.connected;
    return {
      get connected() {
        return isConnected();
      },
      connect: () => {
        if (this.connected) return;
        this.connected = true;
        this.tell({
          name: 'session:ready',
          payload: { user: ada, connectionId: 'c', serverTime: ada.createdAt },
        });
      },
      disconnect: () => this.cut(),
      request: (name, payload) => this.request(name, payload),
      onFact: (listener) => (this.facts = listener),
      onDisconnect: (listener) => (this.disconnected = listener),
      onConnectError: () => {},
    };
  };

  /** REST, as slow as the rest; it works without a socket. */
  readonly fetch: typeof fetch = (input) => {
    const path = new URL(String(input)).pathname.replace('/api/v1', '');
    return new Promise<Response>((resolve) => {
      const run = () => {
        const answer = this.rest(path);
        this.deliveries.push({ run: () => resolve(answer), rest: true });
      };
      this.requests.push({ run, rest: true });
    });
  };

  /** Loses everything under way. */
  cut() {
    if (!this.connected) return;
    this.connected = false;
    this.deliveries = this.deliveries.filter((step) => step.rest);
    this.requests = this.requests.filter((step) => step.rest);
    const pending = [...this.pending];
    this.pending.clear();
    for (const reject of pending) reject(new Error('socket has been disconnected'));
    this.disconnected();
  }

  /** Serves one request or delivers one thing. */
  step() {
    if (this.requests.length > 0 && this.random.chance(0.5)) return this.requests.shift()?.run();
    const reach = this.deliveries.slice(0, REACH);
    const barrier = reach.findIndex((step) => step.ordered);
    const movable = barrier > 0 ? barrier : barrier === 0 ? 1 : reach.length;
    const [chosen] = this.deliveries.splice(this.random.below(movable), 1);
    chosen?.run();
  }

  private tell(...facts: Fact[]) {
    if (!this.connected) return;
    const run = () => facts.forEach((fact) => this.facts(fact.name, fact.payload));
    const ordered = facts.some(isOrdered);
    if (facts.some(roomChangeOf) && this.random.chance(this.loss)) return;
    this.deliveries.push({ run, ordered });
    if (!ordered && this.random.chance(0.2)) this.deliveries.push({ run });
  }

  private request(name: string, payload: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.pending.add(reject);
      const answer = (reply: unknown) => {
        this.deliveries.push({ run: () => (this.pending.delete(reject), resolve(reply)) });
      };
      // Sends are taken in order and at once, reads whenever the server comes to it.
      if (name === 'message:send') this.answerSend(payload as CommandPayload<'message:send'>, answer, reject);
      else this.requests.push({ run: () => answer(this.reply(() => this.command(name, payload))) });
    });
  }

  private answerSend(
    payload: CommandPayload<'message:send'>,
    answer: (reply: unknown) => void,
    late: (error: Error) => void,
  ) {
    if (this.random.chance(this.trouble)) {
      const code = this.random.pick(['rate_limited', 'unavailable', 'internal'] as const);
      answer({ ok: false, error: { code, message: '', retryAfterMs: 100, requestId: '' } });
      return;
    }
    const reply = this.reply(() => this.server.send(payload));
    if (this.random.chance(this.trouble))
      setTimeout(() => late(new Error('operation has timed out')), 10_000);
    else answer(reply);
  }

  private reply(run: () => unknown) {
    try {
      return { ok: true, data: run() };
    } catch (error) {
      const code = error instanceof Refused ? error.code : 'internal';
      return { ok: false, error: { code, message: '', requestId: '' } };
    }
  }

  private command(name: string, payload: unknown): unknown {
    const {
      roomId,
      seq = 0,
      since = 0,
      ...page
    } = payload as { roomId: string; seq?: number; since?: number };
    const room = this.server.roomOfAda(roomId);
    if (name === 'room:history') return room.history({ roomId, limit: 10, ...page });
    if (name === 'room:changes') return room.changes(since, 3, ada.id);
    this.server.read(room, ada.id, name === 'room:read' ? { readSeq: seq } : { deliveredSeq: seq });
    return {};
  }

  private rest(path: string): Response {
    const [, , roomId] = path.split('/');
    try {
      if (roomId) return Response.json(this.server.roomOfAda(roomId).view(ada.id));
      const mine = [...this.server.rooms.values()].filter((room) => room.members.has(ada.id));
      return Response.json({ items: mine.map((room) => room.view(ada.id)), nextCursor: null });
    } catch {
      return Response.json({ code: 'not_found', title: '', detail: '', status: 404 }, { status: 404 });
    }
  }
}
