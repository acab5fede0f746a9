import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Database, type Transaction } from '../../infra/database/database.js';
import { containing, LIKE_ESCAPE, updateGiven } from '../../infra/database/sql.js';
import { UserEntity } from './user.entity.js';
import { NameKeyEntity } from './name-key.entity.js';
import { nameKeys, usernameKey } from './username-key.js';

const updateLastSeen = updateGiven(
  { person: 'id', at: 'instant' },
  { table: 'users', set: { last_seen_at: 'given.at' }, where: 'users.id = given.person' },
);

@Injectable()
export class UsersRepository {
  constructor(private readonly database: Database) {}

  byIds(ids: string[], manager: EntityManager = this.database.reads): Promise<UserEntity[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return manager.findBy(UserEntity, { id: In(ids) });
  }

  /** Whose name this is, however it is written: of two that it is read as, the one that it is written as. */
  async byUsername(
    username: string,
    manager: EntityManager = this.database.reads,
  ): Promise<UserEntity | null> {
    // Nobody is called so, and there are engines that cannot even look for it.
    if (username.includes('\0')) return null;
    const keys = await manager.findBy(NameKeyEntity, { key: In(nameKeys(username)) });
    const found = keys.find(({ key }) => key === usernameKey(username)) ?? keys[0];
    return found ? manager.findOneBy(UserEntity, { id: found.userId }) : null;
  }

  byExternalId(externalId: string, manager: EntityManager = this.database.reads): Promise<UserEntity | null> {
    return manager.findOneBy(UserEntity, { externalId });
  }

  /**
   * Up to `limit` people whose name holds `part`, after `afterKey`, by name: whom it finds may be some seconds old, not
   * what is said of them.
   */
  async pageMatching(
    part: string,
    afterKey: string,
    limit: number,
    includingGone = false,
  ): Promise<UserEntity[]> {
    const found = await this.database.readLagging((reads) =>
      reads.query<{ id: string }[]>(
        `SELECT id FROM users WHERE username_key > ? AND search_key LIKE ? ${LIKE_ESCAPE}
         ${includingGone ? '' : 'AND deactivated_at IS NULL'} ORDER BY username_key LIMIT ?`,
        [afterKey, containing(usernameKey(part)), limit],
      ),
    );
    const people = await this.byIds(found.map(({ id }) => id));
    const personOf = new Map(people.map((person) => [person.id, person]));
    return found.flatMap(({ id }) => personOf.get(id) ?? []);
  }

  async insert(tx: Transaction, user: UserEntity): Promise<void> {
    await tx.insert(UserEntity, user);
    await this.#nameIs(tx, user.id, user.username);
  }

  /** The name becomes free for others, and the new one this person's. */
  async rename(tx: Transaction, id: string, username: string): Promise<void> {
    await tx.delete(NameKeyEntity, { userId: id });
    await this.#nameIs(tx, id, username);
  }

  async update(tx: Transaction, id: string, changes: Partial<UserEntity>): Promise<void> {
    await tx.update(UserEntity, { id }, changes);
  }

  async #nameIs(tx: Transaction, userId: string, username: string): Promise<void> {
    await tx.insert(
      NameKeyEntity,
      nameKeys(username).map((key) => ({ key, userId })),
    );
  }

  async updateLastSeen(tx: Transaction, seen: { id: string; at: number }[]): Promise<void> {
    await updateLastSeen(
      tx,
      seen.map(({ id, at }) => [id, at]),
    );
  }
}
