import type { Message, ThreadState } from '@parley/shared-types';
import type { Fact } from '../connection/fact.js';
import {
  followedThread,
  hear,
  readTo,
  say,
  stateOf,
  unhear,
  type FollowedThread,
} from './followed-thread.js';

export type ThreadStates = Readonly<Record<string, ThreadState>>;

/** Long enough to gather what is unsure after one burst of facts, in milliseconds. */
const GATHER_MS = 200;

/** The threads that I follow: all of them, or else those with the latest replies and those with something unread. */
export interface Followed {
  states: ThreadState[];
  isComplete: boolean;
}

interface FollowsOptions {
  read: () => ThreadStates;
  write: (states: ThreadStates) => void;
  meId: () => string | undefined;
  /** Somebody looks at this thread. */
  isOpen: (rootId: string) => boolean;
  fetchAll: () => Promise<Followed>;
  fetchOne: (rootId: string) => Promise<ThreadState>;
  isReady: () => boolean;
}

/** Knows of the threads that I follow how much of each is unread. */
export class Follows {
  private readonly threads = new Map<string, FollowedThread>();
  /** Facts that came while an answer was under way: the answer may be older than they are. */
  private readonly journals = new Set<Fact[]>();
  /** Of which threads it is known whether I follow them; undefined if of all. */
  private certain: Set<string> | undefined = new Set();
  private readonly unsure = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: FollowsOptions) {}

  /** Takes what was kept on this device. */
  restore(states: ThreadStates) {
    for (const state of Object.values(states)) this.threads.set(state.rootId, followedThread(state));
    this.tell();
  }

  receive(fact: Fact) {
    for (const journal of this.journals) journal.push(fact);
    if (this.apply(fact)) this.tell();
  }

  /** Messages that came or changed while nobody told. */
  missed(messages: readonly Message[]) {
    const replies = messages.filter(({ threadRootId }) => threadRootId !== null);
    const changed = replies.map((reply) =>
      reply.deletedAt === null ? this.hear(reply) : this.unhear(reply),
    );
    if (changed.some(Boolean)) this.tell();
  }

  /** What the server said about some threads. */
  put(states: readonly ThreadState[]) {
    // Other answers that are under way may be older than this one.
    for (const payload of states) this.receive({ name: 'thread:updated', payload });
  }

  /** The same, of an answer that is under way. Rejects when the question does. */
  learn(question: Promise<readonly ThreadState[]>): Promise<void> {
    return this.ask(
      question,
      (states) => this.put(states),
      (states) => states.map(({ rootId }) => rootId),
    );
  }

  /** I read up to a reply; false if that is known. */
  read(rootId: string, seq: number): boolean {
    const known = this.threads.get(rootId);
    if (!known || seq <= known.readSeq) return false;
    this.threads.set(rootId, readTo(known, seq));
    this.tell();
    return true;
  }

  /** Asks for all of them: with a new connection, and when facts were missed. Never rejects. */
  async refetch(): Promise<void> {
    const before = new Map(this.threads);
    const take = ({ states, isComplete }: Followed) => {
      const named = new Set(states.map((state) => state.rootId));
      for (const [rootId, known] of before) if (!named.has(rootId)) this.unnamed(known, isComplete);
      for (const state of states) this.threads.set(state.rootId, this.asSaid(state));
      this.certain = isComplete ? undefined : named;
    };
    // The next connection asks again.
    await this.ask(this.options.fetchAll(), take, () => [...this.threads.keys()]).catch(() => undefined);
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.unsure.clear();
  }

  /** Takes an answer, and again the facts that came meanwhile: of which of the threads it tells it may be too old. */
  private async ask<Answer>(
    question: Promise<Answer>,
    take: (answer: Answer) => void,
    told: (answer: Answer) => string[],
  ): Promise<void> {
    const journal: Fact[] = [];
    this.journals.add(journal);
    try {
      const answer = await question;
      this.journals.delete(journal);
      take(answer);
      const rootIds = new Set(told(answer));
      for (const fact of journal) {
        this.apply(fact);
        if (fact.name === 'thread:updated' && rootIds.has(fact.payload.rootId))
          this.askSoon(fact.payload.rootId);
      }
      this.tell();
    } finally {
      this.journals.delete(journal);
    }
  }

  /** What cannot be told here is asked for. */
  private askSoon(rootId: string) {
    if (!this.options.isReady()) return;
    this.unsure.add(rootId);
    this.timer ??= setTimeout(() => {
      const rootIds = [...this.unsure];
      this.stop();
      // A thread that cannot be asked for stays as it is until the next connection.
      for (const id of rootIds) this.askOne(id).catch(() => undefined);
    }, GATHER_MS);
  }

  private askOne(rootId: string): Promise<void> {
    const take = (state: ThreadState) => this.threads.set(rootId, this.asSaid(state));
    return this.ask(this.options.fetchOne(rootId), take, () => [rootId]);
  }

  private apply(fact: Fact): boolean {
    switch (fact.name) {
      case 'thread:updated':
        this.say(fact.payload);
        return true;
      case 'message:created':
        return fact.payload.messages.map((message) => this.hear(message)).some(Boolean);
      case 'message:deleted':
        return this.unhear(fact.payload);
      case 'room:removed':
        return this.forget(fact.payload.roomId);
      default:
        return false;
    }
  }

  /** Nothing of it was unread when the question was asked; only if all were named is it not followed. */
  private unnamed(known: FollowedThread, isComplete: boolean) {
    const { rootId, lastSeq, ...state } = stateOf(known);
    if (isComplete) {
      const readSeq = Math.max(known.readSeq, lastSeq);
      const said = { ...state, rootId, lastSeq, isFollowed: false, readSeq, unreadCount: 0 };
      this.threads.set(rootId, followedThread(said));
    } else if (this.options.isOpen(rootId)) this.askSoon(rootId);
    else this.threads.delete(rootId);
  }

  private say(state: ThreadState) {
    this.certain?.add(state.rootId);
    const known = this.threads.get(state.rootId);
    if (!known) return void this.threads.set(state.rootId, followedThread(state));
    const { thread, isUnsure } = say(known, state);
    this.threads.set(state.rootId, thread);
    if (isUnsure) this.askSoon(state.rootId);
  }

  private hear({ threadRootId, senderId, seq }: Message): boolean {
    if (threadRootId === null) return false;
    if (this.certain && !this.certain.has(threadRootId)) {
      this.certain.add(threadRootId);
      this.askSoon(threadRootId);
    }
    const known = this.threads.get(threadRootId);
    if (!known) return false;
    const next = hear(known, seq, senderId === this.options.meId());
    this.threads.set(threadRootId, next);
    return next !== known;
  }

  private unhear({ threadRootId, senderId, seq }: Message): boolean {
    const known = threadRootId === null ? undefined : this.threads.get(threadRootId);
    if (!known || senderId === this.options.meId()) return false;
    const next = unhear(known, seq);
    if (!next) this.askSoon(known.said.rootId);
    else this.threads.set(known.said.rootId, next);
    return next !== undefined && next !== known;
  }

  private forget(roomId: string): boolean {
    const gone = [...this.threads.values()].filter(({ said }) => said.roomId === roomId);
    for (const { said } of gone) this.threads.delete(said.rootId);
    return gone.length > 0;
  }

  /** The server's word, with what I read here and it does not know yet. */
  private asSaid(state: ThreadState): FollowedThread {
    const readSeq = Math.max(state.readSeq, this.threads.get(state.rootId)?.readSeq ?? 0);
    return { ...followedThread(state), readSeq };
  }

  private tell() {
    const states: Record<string, ThreadState> = {};
    const known = this.options.read();
    for (const [rootId, thread] of this.threads) {
      const state = stateOf(thread);
      const before = known[rootId];
      states[rootId] = before && isSame(before, state) ? before : state;
    }
    const ids = Object.keys(states);
    const isUnchanged =
      ids.length === Object.keys(known).length && ids.every((rootId) => states[rootId] === known[rootId]);
    if (!isUnchanged) this.options.write(states);
  }
}

const isSame = (a: ThreadState, b: ThreadState) =>
  a.isFollowed === b.isFollowed &&
  a.readSeq === b.readSeq &&
  a.lastSeq === b.lastSeq &&
  a.unreadCount === b.unreadCount;
