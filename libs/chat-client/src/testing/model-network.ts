import type { CommandPayload } from '@parley/shared-types';
import type { Fact } from '../connection/fact.js';
import type { ChatSocket } from '../connection/socket.js';
import { roomChangeOf } from '../timeline/room-change.js';
import { Refused, type Device, type ModelServer } from './model-server.js';
import { ada } from './people.js';
import type { Random } from './random.js';

/** `rest` survives the loss of the socket. */
type Step = { run: () => void; ordered?: boolean; rest?: boolean };

/**
 * What keeps its place among all others: the beginning of a connection, of a membership and its end, and what says
 * neither by a version nor by itself whether it is the later.
 */
const isOrdered = (fact: Fact) =>
  ['session:ready', 'room:created', 'room:removed', 'thread:updated'].includes(fact.name);

/** Taken in order and at once; everything else whenever the server comes to it. */
const isWrite = (name: string) => /^(message|reaction):/.test(name);

/** Few, so that some people follow more. */
const THREADS_PER_PAGE = 2;

/** How far facts may overtake one another. */
const REACH = 4;

/**
 * The way between one client and the model server: it delays, repeats and reorders, and loses all that is under way
 * when it is cut. Nothing moves by itself: `step` moves one thing.
 */
export class ModelNetwork {
  connected = false;
  /** Nothing can be reached. */
  isAsleep = false;
  /** How often a fact that has a version is lost although the connection holds. */
  loss = 0;
  /** How often a write is refused for the moment, or its ack is lost. */
  trouble = 0;
  private requests: Step[] = [];
  private deliveries: Step[] = [];
  private facts: (name: string, payload: unknown) => void = () => {};
  private disconnected = () => {};
  private refused: (code: string | undefined) => void = () => {};
  private pending = new Set<(error: Error) => void>();

  constructor(
    private readonly server: ModelServer,
    private readonly random: Random,
  ) {
    server.devices.add(this.tell);
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
        if (this.isAsleep) return void setTimeout(() => this.refused(undefined));
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
      onConnectError: (listener) => (this.refused = listener),
    };
  };

  /** REST, as slow as the rest; it works without a socket. */
  readonly fetch: typeof fetch = (input, init) => {
    const { pathname, searchParams } = new URL(String(input));
    const path = pathname.replace('/api/v1', '');
    if (this.isAsleep) return Promise.reject(new TypeError('fetch failed'));
    // Nobody blocks anybody here.
    if (path === '/blocks') return Promise.resolve(Response.json({ items: [] }));
    return new Promise<Response>((resolve) => {
      const run = () => {
        const answer = this.rest(path, searchParams, init?.method ?? 'GET');
        this.deliveries.push({ run: () => resolve(answer), rest: true });
      };
      this.requests.push({ run, rest: true });
    });
  };

  /** Loses everything under way, and the connection until it wakes. */
  sleep() {
    this.isAsleep = true;
    this.cut();
  }

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

  private readonly tell: Device = (...facts: Fact[]) => {
    if (!this.connected) return;
    const run = () => facts.forEach((fact) => this.facts(fact.name, fact.payload));
    const ordered = facts.some(isOrdered);
    if (facts.some(roomChangeOf) && this.random.chance(this.loss)) return;
    this.deliveries.push({ run, ordered });
    if (!ordered && this.random.chance(0.2)) this.deliveries.push({ run });
  };

  private request(name: string, payload: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.pending.add(reject);
      const answer = (reply: unknown) => {
        this.deliveries.push({ run: () => (this.pending.delete(reject), resolve(reply)) });
      };
      if (isWrite(name)) this.answerWrite(name, payload, answer, reject);
      else this.requests.push({ run: () => answer(this.reply(() => this.command(name, payload))) });
    });
  }

  private answerWrite(
    name: string,
    payload: unknown,
    answer: (reply: unknown) => void,
    late: (error: Error) => void,
  ) {
    if (this.random.chance(this.trouble)) {
      const code = this.random.pick(['rate_limited', 'unavailable', 'internal'] as const);
      answer({ ok: false, error: { code, message: '', retryAfterMs: 100, requestId: '' } });
      return;
    }
    const reply = this.reply(() =>
      name === 'message:send'
        ? this.server.send(payload as CommandPayload<'message:send'>)
        : this.server.changeForAda(name, payload as CommandPayload<'message:edit'>),
    );
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
    const { roomId, messageId, seq, since, ...page } = payload as {
      roomId: string;
      messageId: string;
      seq: number;
      since: number;
    };
    if (name === 'thread:read') return this.server.readThread(messageId, seq, this.tell);
    const room = this.server.roomOfAda(roomId);
    if (name === 'room:history') return room.history({ roomId, limit: 10, ...page });
    if (name === 'room:changes') return room.changes(since, 3, ada.id);
    if (name === 'room:unread') this.server.markUnread(room, seq, this.tell);
    else {
      const to = name === 'room:read' ? { readSeq: seq } : { deliveredSeq: seq };
      this.server.read(room, ada.id, to, this.tell);
    }
    return room.readingOf(ada.id);
  }

  private rest(path: string, query: URLSearchParams, method: string): Response {
    const [, noun, id, part, verb] = path.split('/');
    try {
      if (part === 'thread') return Response.json(this.thread(id!, verb, method, query));
      if (noun === 'threads') return Response.json(this.threads(query.has('unread')));
      if (id) return Response.json(this.server.roomOfAda(id).view(ada.id));
      return Response.json({ items: this.mine().map((room) => room.view(ada.id)), nextCursor: null });
    } catch {
      return Response.json({ code: 'not_found', title: '', detail: '', status: 404 }, { status: 404 });
    }
  }

  private thread(rootId: string, verb: string | undefined, method: string, query: URLSearchParams) {
    const room = this.server.roomWith(rootId);
    if (verb === 'follow') return this.server.followThread(rootId, method === 'PUT', this.tell);
    const before = query.get('before');
    return this.server.threads.page(room, rootId, before === null ? undefined : Number(before));
  }

  private mine() {
    return [...this.server.rooms.values()].filter((room) => room.members.has(ada.id));
  }

  /** One short page of all, or all that are unread. */
  private threads(isUnread: boolean) {
    const followed = this.mine().flatMap((room) => this.server.threads.followedIn(room));
    const unread = followed.filter(({ state }) => state.unreadCount > 0);
    const items = isUnread ? unread : followed.slice(0, THREADS_PER_PAGE);
    return { items, nextCursor: items.length < followed.length && !isUnread ? 'more' : null, users: [] };
  }
}
