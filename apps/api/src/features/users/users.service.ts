import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ChosenStatus, Page, Presence, User } from '@parley/shared-types';
import { v7 as uuidv7 } from 'uuid';
import { conflict, forbidden, invalid, notFound } from '../../common/app-error.js';
import { decodeCursor, toPage } from '../../common/cursor.js';
import { CLUSTER_MAX_AGE_MS, ReadThroughCache } from '../../common/read-through-cache.js';
import { Bus } from '../../infra/bus/bus.js';
import { iso, isoOrNull } from '../../infra/database/column-types.js';
import { Batch } from '../../infra/database/batch.js';
import { Database, type Transaction } from '../../infra/database/database.js';
import { ConnectionRegistry } from '../../infra/realtime/connection-registry.js';
import { isReserved } from './reserved-names.js';
import type { UserEntity } from './user.entity.js';
import { searchKey, usernameKey } from './username-key.js';
import { UsersRepository } from './users.repository.js';

type LastSeen = { id: string; at: number };

/** Stores a picture of somebody, or takes theirs away; answers where it is. */
type Picture = (tx: Transaction) => Promise<string | null>;

/** Somebody as another system describes them; `picture` is the address of one. */
export type ExternalProfile = { externalId: string; name: string; picture: string | null };

@Injectable()
export class UsersService {
  readonly #cache: ReadThroughCache<UserEntity>;
  readonly #lastSeen: Batch<LastSeen, void>;

  constructor(
    private readonly users: UsersRepository,
    private readonly database: Database,
    private readonly registry: ConnectionRegistry,
    private readonly bus: Bus,
  ) {
    this.#cache = new ReadThroughCache(50_000, bus.isShared ? CLUSTER_MAX_AGE_MS : undefined);
    bus.guard(this.#cache);
    bus.on('users:changed', ({ userIds }) => userIds.forEach((id) => this.#cache.forget(id)));
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

  /** @throws AppError `not_found` */
  async entity(id: string): Promise<UserEntity> {
    const [found] = await this.entities([id]);
    if (!found) throw notFound('person');
    return found;
  }

  /** Those of the ids that exist, in the same order, as they are stored. */
  entities(ids: string[]): Promise<UserEntity[]> {
    return this.#cache.getMany(ids, async (missing) => {
      const rows = await this.users.byIds(missing);
      return new Map(rows.map((row) => [row.id, row]));
    });
  }

  /** A person as `tx` sees them. @throws AppError `not_found` */
  async within(tx: Transaction, id: string): Promise<UserEntity> {
    const [found] = await this.users.byIds([id], tx);
    if (!found) throw notFound('person');
    return found;
  }

  /** @throws AppError `not_found` when one of these people does not exist or was deactivated */
  async requireActive(ids: string[]): Promise<void> {
    const active = (await this.entities(ids)).filter(({ deactivatedAt }) => deactivatedAt === null);
    if (active.length < ids.length) throw notFound('person');
  }

  /** Those of the ids that exist, in the same order. */
  async byIds(ids: string[]): Promise<User[]> {
    const found = await this.entities(ids);
    return found.map((entity) => this.#toUser(entity));
  }

  async find(
    query: string,
    limit: number,
    cursor?: string,
    { includingGone = false } = {},
  ): Promise<Page<User>> {
    const after = cursor ? String(decodeCursor(cursor, ['string'])[0]) : '';
    const rows = await this.users.pageMatching(query, after, limit + 1, includingGone);
    const page = toPage(rows, limit, (user) => [user.usernameKey]);
    return { ...page, items: page.items.map((entity) => this.#toUser(entity)) };
  }

  /** The person of that name, however it is written. */
  byName(username: string): Promise<UserEntity | null> {
    return this.users.byUsername(username);
  }

  /**
   * The person of that name, made within `tx` if the name is new.
   * @throws AppError `validation_failed` for a new name that is reserved
   */
  async getOrCreate(tx: Transaction, username: string): Promise<{ id: string; isNew: boolean }> {
    const known = await this.users.byUsername(username, tx);
    if (known) return { id: known.id, isNew: false };

    if (isReserved(username)) throw invalid('username', 'This name is reserved.');
    return this.#insert(tx, newUser(username.normalize('NFC')));
  }

  /**
   * The person whom another system knows by `externalId`, made within `tx` if there is none yet, shown as that
   * system shows them. The name is theirs alone: nobody's who is here already. Call `changed` after the commit.
   * @throws AppError `forbidden` for who was deactivated
   */
  async getOrCreateExternal(
    tx: Transaction,
    profile: ExternalProfile,
  ): Promise<{ id: string; isNew: boolean }> {
    const { externalId, name, picture } = profile;
    const known = await this.users.byExternalId(externalId, tx);
    const shown = { displayName: name, avatarUrl: picture };
    if (!known) {
      const username = await this.#freeName(tx, name);
      const searchKeys = { searchKey: searchKey(username, name) };
      return this.#insert(tx, { ...newUser(username), ...shown, ...searchKeys, externalId });
    }

    if (known.deactivatedAt !== null) throw forbidden('This account was deactivated.');
    if (known.displayName !== name || known.avatarUrl !== picture) {
      await this.users.update(tx, known.id, { ...shown, searchKey: searchKey(known.username, name) });
    }
    return { id: known.id, isNew: false };
  }

  /** Within `tx`; call `changed` after the commit. @throws AppError `conflict` or `validation_failed` */
  async rename(tx: Transaction, id: string, username: string): Promise<void> {
    if (isReserved(username)) throw invalid('username', 'This name is reserved.');
    const holder = await this.users.byUsername(username, tx);
    if (holder && holder.id !== id) throw conflict('Somebody else has this name.');

    const known = await this.within(tx, id);
    await this.users.rename(tx, id, username);
    await this.users.update(tx, id, {
      username,
      usernameKey: usernameKey(username),
      searchKey: searchKey(username, known.displayName),
    });
  }

  /** Within `tx`; call `changed` after the commit. */
  async change(
    tx: Transaction,
    id: string,
    changes: Partial<Pick<UserEntity, 'displayName' | 'role' | 'deactivatedAt'>>,
  ): Promise<void> {
    const { displayName } = changes;
    const { username } = await this.within(tx, id);
    await this.users.update(tx, id, {
      ...changes,
      ...(displayName && { searchKey: searchKey(username, displayName) }),
    });
  }

  /** To be called after a commit that changed this person. */
  changed(id: string): void {
    this.#cache.forget(id);
    this.bus.publish('users:changed', { userIds: [id] });
  }

  /**
   * `picture` answers the address of a new one, in the transaction that stores it.
   * @throws AppError `forbidden` for what another system says of a person
   */
  async update(
    id: string,
    changes: { displayName?: string | undefined; status?: ChosenStatus | undefined },
    picture?: Picture,
  ): Promise<User> {
    const known = await this.entity(id);
    const { displayName, status } = changes;
    if (displayName && known.externalId) throw forbidden('Your name comes from where you sign in.');
    if (picture && known.externalId) throw forbidden('Your picture comes from where you sign in.');
    const { username } = known;

    const columns = {
      ...(displayName && { displayName, searchKey: searchKey(username, displayName) }),
      ...(status && { chosenStatus: status }),
    };
    await this.#write(id, columns, picture);

    return this.get(id);
  }

  async sawLast(id: string, at: number): Promise<void> {
    await this.#lastSeen.add({ id, at });
    this.changed(id);
  }

  async presenceOf(ids: string[]): Promise<Presence[]> {
    const entities = await this.entities(ids);
    return entities.map((e) => ({
      userId: e.id,
      status: this.#statusOf(e),
      lastSeenAt: isoOrNull(e.lastSeenAt),
    }));
  }

  async #insert(tx: Transaction, user: UserEntity): Promise<{ id: string; isNew: true }> {
    await this.users.insert(tx, user);
    return { id: user.id, isNew: true };
  }

  /** `Grace Hopper` → `Grace.Hopper`, or `Grace.Hopper-4711` where that is somebody's. */
  async #freeName(tx: Transaction, shown: string): Promise<string> {
    const wanted = nameFrom(shown);
    let name = wanted;
    while (isReserved(name) || (await this.users.byUsername(name, tx))) name = withNumber(wanted);
    return name;
  }

  async #write(id: string, changes: Partial<UserEntity>, picture?: Picture): Promise<void> {
    if (Object.keys(changes).length === 0 && !picture) return;
    await this.database.write(async (tx) => {
      const shown = picture ? { avatarUrl: await picture(tx) } : {};
      await this.users.update(tx, id, { ...changes, ...shown });
    });
    this.changed(id);
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
  externalId: null,
  deactivatedAt: null,
  chosenStatus: 'online',
  lastSeenAt: null,
  createdAt: Date.now(),
});

const MAX_USERNAME_LENGTH = 32;
const MOST_OF_ONE_NAME = 1_000_000;

const withNumber = (name: string): string => {
  const number = `-${randomInt(2, MOST_OF_ONE_NAME)}`;
  return [...name].slice(0, MAX_USERNAME_LENGTH - number.length).join('') + number;
};

/** What of a shown name may stand in a username; `user` where nothing is left. */
function nameFrom(shown: string): string {
  const letters = shown
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}\p{M}._-]+/gu, '.')
    .replace(/^\.+|\.+$/g, '');
  const short = [...letters].slice(0, MAX_USERNAME_LENGTH).join('');
  return short.length < 2 ? 'user' : short;
}
