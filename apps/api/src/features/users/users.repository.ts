import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Database, type Transaction } from '../../infra/database/database.js';
import { containing, withGiven } from '../../infra/database/sql.js';
import { UserEntity } from './user.entity.js';
import { usernameKey } from './username-key.js';

const updateLastSeen = withGiven(
  ['person', 'at'],
  'UPDATE users SET last_seen_at = given.at FROM given WHERE users.id = given.person',
);

@Injectable()
export class UsersRepository {
  constructor(private readonly database: Database) {}

  byIds(ids: string[]): Promise<UserEntity[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.database.reads.findBy(UserEntity, { id: In(ids) });
  }

  byUsername(username: string, manager: EntityManager = this.database.reads): Promise<UserEntity | null> {
    return manager.findOneBy(UserEntity, { usernameKey: usernameKey(username) });
  }

  /** Up to `limit` people whose name holds `part`, after `afterKey`, by name. */
  pageMatching(part: string, afterKey: string, limit: number): Promise<UserEntity[]> {
    return this.database.reads
      .createQueryBuilder(UserEntity, 'user')
      .where('user.usernameKey > :afterKey', { afterKey })
      .andWhere(String.raw`user.searchKey LIKE :pattern ESCAPE '\'`, {
        pattern: containing(usernameKey(part)),
      })
      .orderBy('user.usernameKey')
      .limit(limit)
      .getMany();
  }

  async insert(tx: Transaction, user: UserEntity): Promise<void> {
    await tx.insert(UserEntity, user);
  }

  async update(tx: Transaction, id: string, changes: Partial<UserEntity>): Promise<void> {
    await tx.update(UserEntity, { id }, changes);
  }

  async updateLastSeen(tx: Transaction, seen: { id: string; at: number }[]): Promise<void> {
    await tx.query(
      updateLastSeen(seen.length),
      seen.flatMap(({ id, at }) => [id, at]),
    );
  }
}
