import { Injectable } from '@nestjs/common';
import type { ChosenStatus, Page, Presence, User } from '@parley/shared-types';
import { v7 as uuidv7 } from 'uuid';
import { notFound } from '../../common/app-error.js';
import { decodeCursor, toPage } from '../../common/cursor.js';
import { ReadThroughCache } from '../../common/read-through-cache.js';
import { iso, isoOrNull } from '../../infra/database/column-types.js';
import { Batch } from '../../infra/database/batch.js';
import { Database, type Transaction } from '../../infra/database/database.js';
import { ConnectionRegistry } from '../../infra/realtime/connection-registry.js';
import type { UserEntity } from './user.entity.js';
import { searchKey, usernameKey } from './username-key.js';
import { UsersRepository } from './users.repository.js';

type LastSeen = { id: string; at: number };

@Injectable()
export class UsersService {
  readonly #cache = new ReadThroughCache<UserEntity>(50_000);
  readonly #lastSeen: Batch<LastSeen, void>;

  constructor(
    private readonly users: UsersRepository,
    private readonly database: Database,
    private readonly registry: ConnectionRegistry,
  ) {
    this.#lastSeen = new Batch(database, (tx, seen) =>
      users.updateLastSeen(tx, seen).then(() => seen.map(() => undefined)),
    );
  }

  /** @throws AppError `not_found` */
  async get(id: string): Promise<User> {
    const [user] = await this.byIds([id]);
    if (!user) throw notFound('person');
    return user;
  }

  /** Those of the ids that exist, in the same order. */
  async byIds(ids: string[]): Promise<User[]> {
    const found = await this.#entities(ids);
    return found.map((entity) => this.#toUser(entity));
  }

  async find(query: string, limit: number, cursor?: string): Promise<Page<User>> {
    const after = cursor ? String(decodeCursor(cursor, ['string'])[0]) : '';
    const page = toPage(await this.users.pageMatching(query, after, limit + 1), limit, (u) => [
      u.usernameKey,
    ]);
    return { ...page, items: page.items.map((entity) => this.#toUser(entity)) };
  }

  /** The person of that name, made within `tx` if the name is new. */
  async getOrCreate(tx: Transaction, username: string): Promise<{ id: string; isNew: boolean }> {
    const known = await this.users.byUsername(username, tx);
    if (known) return { id: known.id, isNew: false };

    const user = newUser(username.normalize('NFC'));
    await this.users.insert(tx, user);
    return { id: user.id, isNew: true };
  }

  async update(id: string, changes: { displayName?: string; status?: ChosenStatus }): Promise<User> {
    const { username } = await this.get(id);
    const { displayName, status } = changes;

    await this.#write(id, {
      ...(displayName && { displayName, searchKey: searchKey(username, displayName) }),
      ...(status && { chosenStatus: status }),
    });

    return this.get(id);
  }

  async sawLast(id: string, at: number): Promise<void> {
    await this.#lastSeen.add({ id, at });
    this.#cache.forget(id);
  }

  async presenceOf(ids: string[]): Promise<Presence[]> {
    const entities = await this.#entities(ids);
    return entities.map((e) => ({
      userId: e.id,
      status: this.#statusOf(e),
      lastSeenAt: isoOrNull(e.lastSeenAt),
    }));
  }

  async #write(id: string, changes: Partial<UserEntity>): Promise<void> {
    if (Object.keys(changes).length === 0) return;
    await this.database.write((tx) => this.users.update(tx, id, changes));
    this.#cache.forget(id);
  }

  #entities(ids: string[]): Promise<UserEntity[]> {
    return this.#cache.getMany(ids, async (missing) => {
      const rows = await this.users.byIds(missing);
      return new Map(rows.map((row) => [row.id, row]));
    });
  }

  #statusOf(entity: UserEntity) {
    return this.registry.isPresent(entity.id) ? entity.chosenStatus : ('offline' as const);
  }

  #toUser(entity: UserEntity): User {
    return {
      id: entity.id,
      username: entity.username,
      displayName: entity.displayName,
      avatarUrl: entity.avatarUrl,
      role: entity.role,
      status: this.#statusOf(entity),
      lastSeenAt: isoOrNull(entity.lastSeenAt),
      createdAt: iso(entity.createdAt),
    };
  }
}

const newUser = (username: string): UserEntity => ({
  id: uuidv7(),
  username,
  usernameKey: usernameKey(username),
  displayName: username,
  searchKey: searchKey(username, username),
  avatarUrl: null,
  role: 'member',
  chosenStatus: 'online',
  lastSeenAt: null,
  createdAt: Date.now(),
});
