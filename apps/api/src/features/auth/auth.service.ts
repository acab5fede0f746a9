import { Inject, Injectable } from '@nestjs/common';
import type { LoginResult, Session } from '@parley/shared-types';
import { v7 as uuidv7 } from 'uuid';
import { notFound, unauthenticated } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { ReadThroughCache } from '../../common/read-through-cache.js';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import { iso } from '../../infra/database/column-types.js';
import { Database } from '../../infra/database/database.js';
import { Broadcaster } from '../../infra/realtime/broadcaster.js';
import { General } from '../rooms/general.js';
import { UsersService } from '../users/users.service.js';
import type { SessionEntity } from './session.entity.js';
import { SessionTokens } from './session-tokens.js';
import { SessionsRepository } from './sessions.repository.js';

const USER_AGENT_LENGTH = 255;

@Injectable()
export class AuthService {
  /** Whether a session still opens doors; a revocation is known here before it is answered. */
  readonly #isLive = new ReadThroughCache<boolean>(100_000);

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly general: General,
    private readonly sessions: SessionsRepository,
    private readonly tokens: SessionTokens,
    private readonly broadcaster: Broadcaster,
  ) {}

  /** Signs in under a name; a new name makes a new account, in #general. */
  async login(username: string, userAgent?: string): Promise<LoginResult & { expiresAt: number }> {
    const { userId, session, room } = await this.database.write(async (tx) => {
      const { id, isNew } = await this.users.getOrCreate(tx, username);
      const opened = newSession(id, userAgent, this.env.SESSION_TTL);
      await this.sessions.insert(tx, opened);
      return { userId: id, session: opened, room: isNew ? await this.general.admit(tx, id) : null };
    });

    if (room) await this.general.welcomed(room, userId);

    const [user, token] = await Promise.all([this.users.get(userId), this.tokens.sign(session)]);
    return { user, token, expiresAt: session.expiresAt };
  }

  /** Who holds this token. @throws AppError `unauthenticated` */
  async authenticate(token: string | undefined): Promise<Caller & { expiresAt: number }> {
    const claims = token ? await this.tokens.verify(token) : null;
    if (!claims || !(await this.isLive(claims.sessionId))) throw unauthenticated();
    return claims;
  }

  isLive(sessionId: string): Promise<boolean> {
    return this.#isLive.get(sessionId, async () => {
      const session = await this.sessions.byId(sessionId);
      return session !== null && session.revokedAt === null;
    });
  }

  async devices(caller: Caller): Promise<{ items: Session[] }> {
    const sessions = await this.sessions.liveOf(caller.userId, Date.now());
    return { items: sessions.map((session) => toSession(session, caller)) };
  }

  /** Ends a session of the caller's: REST, pages and open sockets, at once. @throws AppError `not_found` */
  async end(caller: Caller, sessionId: string): Promise<void> {
    const session = await this.sessions.byId(sessionId);
    if (session?.userId !== caller.userId) throw notFound('session');

    await this.database.write((tx) => this.sessions.revoke(tx, sessionId, Date.now()));
    this.#isLive.set(sessionId, false);

    this.broadcaster.endSession(sessionId, 'signed_out');
  }
}

function newSession(userId: string, userAgent: string | undefined, ttlMs: number): SessionEntity {
  const createdAt = Date.now();
  return {
    id: uuidv7(),
    userId,
    userAgent: userAgent?.slice(0, USER_AGENT_LENGTH) ?? null,
    createdAt,
    expiresAt: createdAt + ttlMs,
    revokedAt: null,
  };
}

const toSession = (session: SessionEntity, caller: Caller): Session => ({
  id: session.id,
  userAgent: session.userAgent,
  createdAt: iso(session.createdAt),
  expiresAt: iso(session.expiresAt),
  current: session.id === caller.sessionId,
});
