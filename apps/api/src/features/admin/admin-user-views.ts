import { Injectable } from '@nestjs/common';
import type { AdminUser, User } from '@parley/shared-types';
import { isoOrNull } from '../../infra/database/column-types.js';
import { SessionsService } from '../auth/sessions.service.js';
import { CredentialsRepository } from '../credentials/credentials.repository.js';
import { UsersService } from '../users/users.service.js';

/** People as admins see them: three queries for any number of them. */
@Injectable()
export class AdminUserViews {
  constructor(
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly credentials: CredentialsRepository,
  ) {}

  async of(users: User[]): Promise<AdminUser[]> {
    const ids = users.map(({ id }) => id);
    const [entities, sessions, havingPassword] = await Promise.all([
      this.users.entities(ids),
      this.sessions.countsOf(ids),
      this.credentials.havingPassword(ids),
    ]);

    return users.map((user, i) => ({
      ...user,
      deactivatedAt: isoOrNull(entities[i]!.deactivatedAt),
      hasPassword: havingPassword.has(user.id),
      isExternal: entities[i]!.externalId !== null,
      sessions: sessions.get(user.id) ?? 0,
    }));
  }

  /** @throws AppError `not_found` */
  async one(userId: string): Promise<AdminUser> {
    return (await this.of([await this.users.get(userId)]))[0]!;
  }
}
