import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { CLUSTER_MAX_AGE_MS, ReadThroughCache } from '../../common/read-through-cache.js';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import { Bus } from '../../infra/bus/bus.js';
import { Batch } from '../../infra/database/batch.js';
import { Database, type Transaction } from '../../infra/database/database.js';
import { Broadcaster } from '../../infra/realtime/broadcaster.js';
import type { OpenedBy, SessionEntity } from './session.entity.js';
import { SessionsRepository } from './sessions.repository.js';

const USER_AGENT_LENGTH = 255;

/** How exactly is known when a session was last used, at the most. */
const USE_GRAIN_MS = 5 * 60_000;

/** How a new session came about; `expiresAt` only when something else ends it earlier than `SESSION_TTL`. */
export type Opening = {
  userId: string;
  openedBy: OpenedBy;
  userAgent: string | undefined;
  browserHash?: string;
  id?: string;
  expiresAt?: number;
};

/** Sessions: opened, used, ended. What ends one is known here before it is answered. */
@Injectable()
export class SessionsService {
  readonly #known: ReadThroughCache<SessionEntity | null>;
  readonly #used: Batch<string, void>;
  readonly #idleMs: number;
  readonly #grainMs: number;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly broadcaster: Broadcaster,
    private readonly bus: Bus,
  ) {
    this.#known = new ReadThroughCache(100_000, bus.isShared ? CLUSTER_MAX_AGE_MS : undefined);
    bus.guard(this.#known);
    bus.on('sessions:changed', ({ ids }) => ids.forEach((id) => this.#known.forget(id)));
    this.#idleMs = env.SESSION_IDLE_TTL;
    this.#grainMs = Math.min(USE_GRAIN_MS, env.SESSION_IDLE_TTL / 4);
    this.#used = new Batch(database, (tx, ids) =>
      sessions.used(tx, ids, Date.now()).then(() => ids.map(() => undefined)),
    );
  }

  async open(tx: Transaction, opening: Opening): Promise<SessionEntity> {
    const now = Date.now();
    const session: SessionEntity = {
      id: opening.id ?? uuidv7(),
      userId: opening.userId,
      openedBy: opening.openedBy,
      browserHash: opening.browserHash ?? null,
      userAgent: opening.userAgent?.slice(0, USER_AGENT_LENGTH) ?? null,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: Math.min(opening.expiresAt ?? Infinity, now + this.env.SESSION_TTL),
      revokedAt: null,
    };
    await this.sessions.insert(tx, session);
    return session;
  }

  /** The same when it is not known yet: what several ask for at once is opened once. */
  async openOnce(tx: Transaction, opening: Opening & { id: string }): Promise<SessionEntity> {
    return (await this.sessions.byId(opening.id, tx)) ?? this.open(tx, opening);
  }

  /** The session, whether or not it is over. */
  known(id: string): Promise<SessionEntity | null> {
    return this.#known.get(id, () => this.sessions.byId(id));
  }

  /** Whether nobody has ended it yet, as `tx` sees it. */
  async isOpen(tx: Transaction, id: string): Promise<boolean> {
    return (await this.sessions.byId(id, tx))?.revokedAt === null;
  }

  /** The session while it opens doors; null when it is over or never was. */
  async live(id: string): Promise<SessionEntity | null> {
    const session = await this.known(id);
    return session && this.#isLive(session) ? session : null;
  }

  /** To be called after a commit that opened a session which was asked for before. */
  opened(id: string): void {
    this.#changed([id]);
  }

  /** Notes that a session is in use, so that it does not end for idleness. */
  use(session: SessionEntity): void {
    const now = Date.now();
    if (now - session.lastUsedAt < this.#grainMs) return;
    session.lastUsedAt = now;
    // When it cannot be stored, the next use tries again after the grain.
    this.#used.add(session.id).catch(() => undefined);
  }

  liveOf(userId: string, tx?: Transaction): Promise<SessionEntity[]> {
    const now = Date.now();
    return this.sessions.liveOf(userId, { now, usedAfter: now - this.#idleMs }, tx);
  }

  countsOf(userIds: string[]): Promise<Map<string, number>> {
    return this.sessions.countsOf(userIds, Date.now());
  }

  /** Ends a session: REST, pages and open sockets, at once. `reason` is told to its sockets. */
  async end(id: string, reason: string, also?: (tx: Transaction) => Promise<unknown>): Promise<void> {
    await this.database.write(async (tx) => {
      await this.sessions.revoke(tx, id, Date.now());
      await also?.(tx);
    });

    await this.ended([id], reason);
  }

  /** Within `tx`; call `ended` with what it answers after the commit. */
  revokeAll(tx: Transaction, userId: string, exceptId?: string): Promise<string[]> {
    return this.sessions.revokeAll(tx, userId, Date.now(), exceptId);
  }

  /** To be called in the turn in which the commit that revoked them settles. Settles when every node knows. */
  ended(ids: string[], reason: string): Promise<void> {
    this.#changed(ids);
    for (const id of ids) this.broadcaster.endSession(id, reason);
    return this.bus.heard();
  }

  /** In the place of one session another: its tabs stay where they are. */
  renewed(from: string, to: SessionEntity): void {
    this.#changed([from]);
    this.broadcaster.renewSession(from, to);
  }

  #changed(ids: string[]): void {
    for (const id of ids) this.#known.forget(id);
    if (ids.length > 0) this.bus.publish('sessions:changed', { ids });
  }

  #isLive({ revokedAt, expiresAt, lastUsedAt }: SessionEntity): boolean {
    const now = Date.now();
    return revokedAt === null && expiresAt > now && lastUsedAt + this.#idleMs > now;
  }
}
