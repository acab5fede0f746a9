import { Injectable } from '@nestjs/common';
import type { Session } from '@parley/shared-types';
import { notFound } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { iso } from '../../infra/database/column-types.js';
import { Database } from '../../infra/database/database.js';
import { AuditLog } from '../audit/audit-log.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import type { SessionEntity } from './session.entity.js';
import { SessionsService } from './sessions.service.js';

/** The devices on which somebody is signed in. */
@Injectable()
export class MySessionsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly credentials: CredentialsService,
    private readonly audit: AuditLog,
  ) {}

  async list(caller: Caller): Promise<{ items: Session[] }> {
    const sessions = await this.sessions.liveOf(caller.userId);
    return { items: sessions.map((session) => toSession(session, caller)) };
  }

  /**
   * Ends a session of the caller's: REST, pages and open sockets, at once. Another device than this one then no longer
   * keeps the name either: it may be lost. @throws AppError `not_found`
   */
  async end(caller: Caller, id: string): Promise<void> {
    const { userId, sessionId } = caller;
    const session = await this.sessions.known(id);
    if (session?.userId !== userId) throw notFound('session');

    const { browserHash } = session;
    const isOtherBrowser = browserHash !== (await this.sessions.known(sessionId))?.browserHash;
    await this.sessions.end(id, 'signed_out', async (tx) => {
      if (browserHash && isOtherBrowser) await this.credentials.forgetBrowser(tx, userId, browserHash);
      await this.audit.record(tx, caller, { action: 'session.ended', userId });
    });
  }

  /** The same for all of the caller's devices but this one, which goes on keeping the name if it did. */
  async endOthers(caller: Caller): Promise<void> {
    const { userId, sessionId } = caller;
    const session = await this.sessions.known(sessionId);

    const ended = await this.database.writeLast(async (tx) => {
      await this.credentials.forgetBrowsers(tx, userId, session?.browserHash ?? undefined);
      const ids = await this.sessions.revokeAll(tx, userId, sessionId);
      const deed = { action: 'session.ended', userId } as const;
      await this.audit.recordAll(
        tx,
        ids.map(() => ({ actor: caller, ...deed })),
      );
      return ids;
    });

    await this.sessions.ended(ended, 'signed_out');
  }
}

const toSession = (session: SessionEntity, caller: Caller): Session => ({
  id: session.id,
  userAgent: session.userAgent,
  createdAt: iso(session.createdAt),
  lastUsedAt: iso(session.lastUsedAt),
  expiresAt: iso(session.expiresAt),
  current: session.id === caller.sessionId,
});
