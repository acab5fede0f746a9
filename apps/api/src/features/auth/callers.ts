import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { unauthenticated } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { Database } from '../../infra/database/database.js';
import { General } from '../rooms/general.js';
import { UsersService } from '../users/users.service.js';
import { ExternalTokens, type ExternalIdentity } from './external-tokens.js';
import type { SessionEntity } from './session.entity.js';
import { SessionTokens } from './session-tokens.js';
import { SessionsService } from './sessions.service.js';

export type Authenticated = Pick<Caller, 'userId' | 'sessionId'> & { expiresAt: number };

/** Who holds a token: one of ours, or one of another system, which then stands for a session of its own. */
@Injectable()
export class Callers {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly general: General,
    private readonly sessions: SessionsService,
    private readonly tokens: SessionTokens,
    private readonly externalTokens: ExternalTokens,
  ) {}

  /** @throws AppError `unauthenticated` */
  async of(token: string | undefined, userAgent?: string): Promise<Authenticated> {
    const session = token ? await this.#sessionOf(token, userAgent) : null;
    if (!session) throw unauthenticated();
    this.sessions.use(session);
    return { userId: session.userId, sessionId: session.id, expiresAt: session.expiresAt };
  }

  async #sessionOf(token: string, userAgent?: string): Promise<SessionEntity | null> {
    const claims = await this.tokens.verify(token);
    if (claims) {
      const session = await this.sessions.live(claims.sessionId);
      return session?.userId === claims.userId ? session : null;
    }

    const identity = await this.externalTokens.verify(token);
    return identity && this.#externalSession(token, identity, userAgent);
  }

  /** One token is one session, so that it can be listed and revoked like any other. */
  async #externalSession(
    token: string,
    identity: ExternalIdentity,
    userAgent: string | undefined,
  ): Promise<SessionEntity | null> {
    const id = idOf(token);
    const known = await this.sessions.known(id);
    if (known) return this.sessions.live(id);

    const { session, joined } = await this.database.write(async (tx) => {
      const { id: userId, isNew } = await this.users.getOrCreateExternal(tx, identity);
      const { expiresAt } = identity;
      return {
        session: await this.sessions.openOnce(tx, { id, userId, openedBy: 'external', userAgent, expiresAt }),
        joined: isNew ? await this.general.admit(tx, userId) : null,
      };
    });
    this.sessions.opened(session.id);
    this.users.changed(session.userId);
    if (joined) await this.general.welcomed(joined, session.userId);
    return this.sessions.live(id);
  }
}

/** The same token, the same id: a UUID of version 8 (RFC 9562) made of its hash. */
function idOf(token: string): string {
  const hex = createHash('sha256').update(token).digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
