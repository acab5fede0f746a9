import { Inject, Injectable } from '@nestjs/common';
import type { AdminUser, User } from '@parley/shared-types';
import { conflict, forbidden } from '../../common/app-error.js';
import type { Actor } from '../../common/caller.js';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import { Database } from '../../infra/database/database.js';
import { lockRows } from '../../infra/database/locks.js';
import { AuditLog } from '../audit/audit-log.js';
import { SessionsService } from '../auth/sessions.service.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { PresenceService } from '../presence/presence.service.js';
import { General } from '../rooms/general.js';
import type { UserEntity } from '../users/user.entity.js';
import { UsersService } from '../users/users.service.js';
import { AdminUserViews } from './admin-user-views.js';

type WithCodes = { user: User; recoveryCodes: string[] };

/**
 * One: whoever hands it over has seen it, and it may lie in a mail. Once its owner has used it, nothing that anybody
 * else has seen opens the name; codes of their own come with their password.
 */
const CODES = 1;

/** What the operator's tool alone may do: make accounts, open them again, and say who is an admin. */
@Injectable()
export class AccountsService {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly credentials: CredentialsService,
    private readonly sessions: SessionsService,
    private readonly general: General,
    private readonly presence: PresenceService,
    private readonly audit: AuditLog,
    private readonly views: AdminUserViews,
  ) {}

  /** A new person, in #general like all. @throws AppError `conflict` for a name that is taken, `validation_failed` */
  async create(actor: Actor, username: string): Promise<WithCodes> {
    if (this.env.AUTH_MODE === 'external') throw forbidden('One signs in from another system here.');

    const { id, recoveryCodes, joined } = await this.database.write(async (tx) => {
      const { id, isNew } = await this.users.getOrCreate(tx, username);
      if (!isNew) throw conflict('Somebody has this name already.');
      const recoveryCodes = await this.credentials.renewCodes(tx, id, CODES);
      await this.audit.record(tx, actor, { action: 'user.created', userId: id });
      return { id, recoveryCodes, joined: await this.general.admit(tx, id) };
    });

    await this.general.welcomed(joined, id);

    return { user: await this.users.get(id), recoveryCodes };
  }

  /** With another role one signs in again, under a new session. @throws AppError `not_found` */
  async setRole(actor: Actor, userId: string, role: UserEntity['role']): Promise<AdminUser> {
    await this.users.get(userId);

    const ended = await this.database.writeLast(async (tx) => {
      await lockRows(tx, 'users', [userId]);
      if ((await this.users.within(tx, userId)).role === role) return null;
      await this.users.change(tx, userId, { role });
      const action = role === 'admin' ? 'user.promoted' : 'user.demoted';
      await this.audit.record(tx, actor, { action, userId });
      return this.sessions.revokeAll(tx, userId);
    });

    if (ended) {
      this.users.changed(userId);
      await this.sessions.ended(ended, 'role_changed');
      await this.presence.profileChanged(await this.users.get(userId));
    }

    return this.views.one(userId);
  }

  /**
   * Nothing that opened the name opens it any more; a code does, once, and nobody is signed in under it.
   * @throws AppError `not_found`, `conflict` for whoever comes from another system
   */
  async reset(actor: Actor, userId: string): Promise<WithCodes> {
    const { externalId } = await this.users.entity(userId);
    if (externalId !== null) throw conflict('This name opens only from the system that it comes from.');

    const { recoveryCodes, ended } = await this.database.writeLast(async (tx) => {
      await lockRows(tx, 'users', [userId]);
      const recoveryCodes = await this.credentials.reset(tx, userId, CODES);
      await this.audit.record(tx, actor, { action: 'user.reset', userId });
      return { recoveryCodes, ended: await this.sessions.revokeAll(tx, userId) };
    });

    await this.sessions.ended(ended, 'reset');

    return { user: await this.users.get(userId), recoveryCodes };
  }
}
