import { Injectable } from '@nestjs/common';
import type { AdminUpdateUser, AdminUser, AdminUsersQuery, Page } from '@parley/shared-types';
import type * as z from 'zod';
import { forbidden } from '../../common/app-error.js';
import type { Actor } from '../../common/caller.js';
import { Database, type Transaction } from '../../infra/database/database.js';
import { lockRows } from '../../infra/database/locks.js';
import { AuditLog } from '../audit/audit-log.js';
import { SessionsService } from '../auth/sessions.service.js';
import { PresenceService } from '../presence/presence.service.js';
import type { UserEntity } from '../users/user.entity.js';
import { UsersService } from '../users/users.service.js';
import { AdminUserViews } from './admin-user-views.js';

type Update = z.output<typeof AdminUpdateUser>;

/** What admins do with people. */
@Injectable()
export class AdminUsersService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly presence: PresenceService,
    private readonly audit: AuditLog,
    private readonly views: AdminUserViews,
  ) {}

  /** By name; people who were deactivated are among them. */
  async list({ query = '', limit, cursor }: z.output<typeof AdminUsersQuery>): Promise<Page<AdminUser>> {
    const page = await this.users.find(query, limit, cursor, { includingGone: true });
    return { ...page, items: await this.views.of(page.items) };
  }

  /**
   * Renames, deactivates or brings back. Whoever is deactivated is signed out everywhere when this settles.
   * @throws AppError `not_found`, `conflict` or `validation_failed` for the name, `forbidden`
   */
  async update(actor: Actor, userId: string, update: Update): Promise<AdminUser> {
    const { externalId } = await this.users.entity(userId);
    if (update.deactivated && userId === actor.userId) throw forbidden('You cannot deactivate yourself.');
    if (update.displayName !== undefined && externalId !== null) {
      throw forbidden('This name comes from where they sign in.');
    }

    const { isRenamed, ended } = await this.database.writeLast(async (tx) => {
      await lockRows(tx, 'users', [userId]);
      const before = await this.users.within(tx, userId);
      const isRenamed = await this.#rename(tx, actor, before, update);
      return { isRenamed, ended: await this.#activate(tx, actor, before, update) };
    });

    this.users.changed(userId);
    await this.sessions.ended(ended, 'deactivated');
    if (isRenamed) await this.presence.profileChanged(await this.users.get(userId));

    return this.views.one(userId);
  }

  /** Signs a person out everywhere. @throws AppError `not_found` */
  async endSessions(actor: Actor, userId: string): Promise<void> {
    await this.users.get(userId);

    const ended = await this.database.writeLast(async (tx) => {
      await this.audit.record(tx, actor, { action: 'session.ended', userId, details: { which: 'all' } });
      return this.sessions.revokeAll(tx, userId);
    });

    await this.sessions.ended(ended, 'signed_out');
  }

  /** A shown name that nobody chose follows the username. */
  async #rename(tx: Transaction, actor: Actor, before: UserEntity, update: Update): Promise<boolean> {
    const username = update.username?.normalize('NFC') ?? before.username;
    const follows = before.displayName === before.username && before.externalId === null;
    const displayName = update.displayName ?? (follows ? username : before.displayName);
    const after = { username, displayName };

    if (username !== before.username) await this.users.rename(tx, before.id, username);
    if (displayName !== before.displayName) await this.users.change(tx, before.id, { displayName });
    const renamed = (['username', 'displayName'] as const).filter((field) => after[field] !== before[field]);
    await this.audit.recordAll(
      tx,
      renamed.map((field) => ({
        actor,
        action: 'user.renamed',
        userId: before.id,
        details: { field, from: before[field], to: after[field] },
      })),
    );
    return renamed.length > 0;
  }

  /** The sessions that this ended. */
  async #activate(
    tx: Transaction,
    actor: Actor,
    { id: userId, deactivatedAt }: UserEntity,
    { deactivated = deactivatedAt !== null }: Update,
  ): Promise<string[]> {
    if (deactivated === (deactivatedAt !== null)) return [];
    await this.users.change(tx, userId, { deactivatedAt: deactivated ? Date.now() : null });
    const action = deactivated ? 'user.deactivated' : 'user.reactivated';
    await this.audit.record(tx, actor, { action, userId });
    return deactivated ? this.sessions.revokeAll(tx, userId) : [];
  }
}
