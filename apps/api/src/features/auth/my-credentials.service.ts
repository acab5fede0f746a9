import { Injectable } from '@nestjs/common';
import type { MyCredentials } from '@parley/shared-types';
import { conflict, forbidden, unauthenticated } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { Database, type Transaction } from '../../infra/database/database.js';
import { lockRows } from '../../infra/database/locks.js';
import { RateLimits } from '../../infra/rate-limit/rate-limits.js';
import { AuditLog } from '../audit/audit-log.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { hashPassword, isPassword, requireStrong } from '../credentials/passwords.js';
import type { Protection } from '../credentials/protection.js';
import { UsersService } from '../users/users.service.js';
import type { SignedIn } from './auth.service.js';
import { wanted } from './proofs.js';
import type { SessionEntity } from './session.entity.js';
import { SessionTokens } from './session-tokens.js';
import { SessionsService } from './sessions.service.js';

/** How long a session that a recovery code opened may set a password without the forgotten one. */
const RECOVERY_MS = 60 * 60_000;

/** What people do to keep their own name theirs. */
@Injectable()
export class MyCredentialsService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly credentials: CredentialsService,
    private readonly sessions: SessionsService,
    private readonly tokens: SessionTokens,
    private readonly audit: AuditLog,
    private readonly limits: RateLimits,
  ) {}

  async of({ userId }: Caller): Promise<MyCredentials> {
    const [person, protection] = await Promise.all([
      this.users.entity(userId),
      this.credentials.protectionOf(userId),
    ]);
    return {
      hasPassword: protection.password !== undefined,
      isExternal: person.externalId !== null,
      recoveryCodesLeft: protection.recoveryCodesLeft,
    };
  }

  /**
   * Sets or changes the password; this device goes on under a new session, all others are signed out.
   * @throws AppError `unauthenticated` (not the password until now), `validation_failed`, `forbidden` (external)
   */
  async setPassword(caller: Caller, password: string, current: string | undefined): Promise<SignedIn> {
    const { person, protection, session } = await this.#proven(caller, current);
    requireStrong(password, person.username);
    const hash = await hashPassword(password);

    const { renewed, ended, codes } = await this.database.writeLast(async (tx) => {
      await this.#requireSame(tx, session, protection);
      await this.credentials.setPassword(tx, person.id, hash);
      const codes =
        protection.recoveryCodesLeft === 0 ? await this.credentials.renewCodes(tx, person.id) : [];
      await this.audit.record(tx, caller, { action: 'password.set', userId: person.id });
      const ended = await this.sessions.revokeAll(tx, person.id);
      const userAgent = session.userAgent ?? undefined;
      const renewed = await this.sessions.open(tx, { userId: person.id, openedBy: 'password', userAgent });
      return { renewed, codes, ended: ended.filter((id) => id !== session.id) };
    });

    this.sessions.renewed(session.id, renewed);
    await this.sessions.ended(ended, 'password_set');

    const [user, token] = await Promise.all([this.users.get(person.id), this.tokens.sign(renewed)]);
    const { expiresAt } = renewed;
    return { user, token, expiresAt, ...(codes.length > 0 && { recoveryCodes: codes }) };
  }

  /**
   * New codes in the place of the old ones.
   * @throws AppError `unauthenticated` (not the password), `conflict` when nothing keeps the name yet
   */
  async makeCodes(caller: Caller, current: string | undefined): Promise<string[]> {
    const { person, protection, session } = await this.#proven(caller, current);
    if (protection.isNone) throw conflict('Set a password first.');

    return this.database.write(async (tx) => {
      await this.#requireSame(tx, session, protection);
      await this.audit.record(tx, caller, { action: 'recovery.made', userId: person.id });
      return this.credentials.renewCodes(tx, person.id);
    });
  }

  /** A borrowed device is no proof: the password is asked for again, except right after it was recovered. */
  async #proven({ userId, sessionId }: Caller, current: string | undefined) {
    const [person, protection, session] = await Promise.all([
      this.users.entity(userId),
      this.credentials.protectionOf(userId),
      this.sessions.live(sessionId),
    ]);
    if (!session) throw unauthenticated();
    if (person.externalId !== null) throw forbidden('Another system says who you are.');
    await this.#requireCurrent(session, protection, current);
    return { person, protection, session };
  }

  /** Of several changes at once, one wins. */
  async #requireSame(tx: Transaction, session: SessionEntity, protection: Protection): Promise<void> {
    await lockRows(tx, 'users', [session.userId]);
    const now = await this.credentials.protectionOf(session.userId, tx);
    if (!now.isSameAs(protection) || !(await this.sessions.isOpen(tx, session.id))) {
      throw conflict('This was changed at the same time from elsewhere.');
    }
  }

  async #requireCurrent(
    session: SessionEntity,
    { password }: Protection,
    current: string | undefined,
  ): Promise<void> {
    if (!password) return;
    const isRecovered = session.openedBy === 'recovery' && Date.now() - session.createdAt < RECOVERY_MS;
    if (current === undefined && isRecovered) return;
    const isRight =
      current !== undefined &&
      (await this.limits.guess(session.userId, () => isPassword(current, password.hash)));
    if (!isRight) throw wanted('password', 'This is not the password until now.');
  }
}
