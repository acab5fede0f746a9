import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { OFFLINE_GRACE_MS, type routes, type RouteInput, type User } from '@parley/shared-types';
import type { Caller } from '../../common/caller.js';
import { Coalescer } from '../../common/coalescer.js';
import { groupBy } from '../../common/group-by.js';
import { Bus } from '../../infra/bus/bus.js';
import { Broadcaster } from '../../infra/realtime/broadcaster.js';
import { ConnectionRegistry } from '../../infra/realtime/connection-registry.js';
import { Avatars } from '../attachments/avatars.js';
import { MembersRepository } from '../members/members.repository.js';
import { UsersService } from '../users/users.service.js';

type UpdateMe = RouteInput<typeof routes.updateMe>;

const PRESENCE_INTERVAL_MS = 250;

/** Who is here, and what they show of themselves: follows the connections and tells the people who share a room. */
@Injectable()
export class PresenceService implements OnModuleDestroy {
  readonly #logger = new Logger(PresenceService.name);
  readonly #changed: Coalescer<string>;
  readonly #leaving = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly registry: ConnectionRegistry,
    private readonly users: UsersService,
    private readonly members: MembersRepository,
    private readonly avatars: Avatars,
    private readonly broadcaster: Broadcaster,
    private readonly bus: Bus,
  ) {
    this.#changed = new Coalescer(PRESENCE_INTERVAL_MS, (_, userIds) => {
      this.#tell(userIds).catch((error: unknown) => this.#logger.error({ error }));
    });
  }

  onModuleDestroy(): void {
    this.#changed.close();
    this.#leaving.forEach((timer) => clearTimeout(timer));
  }

  connected(userId: string, socketId: string): void {
    clearTimeout(this.#leaving.get(userId));
    this.#leaving.delete(userId);
    if (this.registry.add(userId, socketId)) this.#changed.add('all', userId, userId);
  }

  /** Offline only after a while: a reload is not a departure. When it was is noted at once: a stop may follow. */
  disconnected(userId: string, socketId: string): void {
    if (!this.registry.remove(userId, socketId)) return;
    const noted = this.users
      .sawLast(userId, Date.now())
      .catch((error: unknown) => this.#logger.warn({ error }));
    const timer = setTimeout(() => {
      this.#leaving.delete(userId);
      if (this.registry.gone(userId)) void noted.then(() => this.#left(userId));
    }, OFFLINE_GRACE_MS);
    this.#leaving.set(userId, timer);
  }

  /** Tells of people whose presence changed in another way than by what connects and disconnects here. */
  changed(userIds: string[]): void {
    for (const userId of userIds) this.#changed.add('all', userId, userId);
  }

  async updateMe({ userId }: Pick<Caller, 'userId'>, changes: UpdateMe): Promise<User> {
    const { avatarAttachmentId: avatarId } = changes;
    const before = await this.users.get(userId);
    const user =
      avatarId === undefined
        ? await this.users.update(userId, changes)
        : await this.users.update(userId, changes, (tx) => this.avatars.ofPerson(tx, userId, avatarId));

    if (changes.status) this.#changed.add('all', userId, userId);
    const isNewPicture = user.avatarUrl !== before.avatarUrl;
    if (isNewPicture) this.avatars.replaced();
    if (isNewPicture || user.displayName !== before.displayName) await this.profileChanged(user);

    return user;
  }

  /** Tells everyone who shares a room, and the person's own devices, how they are shown from now on. */
  async profileChanged(user: User): Promise<void> {
    this.broadcaster.toCompany(user.id, await this.members.roomIdsOf(user.id), 'user:updated', user);
  }

  /** Whoever leaves two nodes at once has left both when the second of them knows: that one tells. */
  async #left(userId: string): Promise<void> {
    await this.bus.settled();
    if (!this.registry.isPresent(userId)) this.changed([userId]);
  }

  /** One packet per room for all who changed in it. */
  async #tell(userIds: string[]): Promise<void> {
    const presences = await this.users.presenceOf(userIds);
    const presenceOf = new Map(presences.map((presence) => [presence.userId, presence]));
    const pairs = await this.members.pairsOf(userIds);
    for (const [roomId, changed] of groupBy(pairs, (pair) => pair.room_id)) {
      if (this.broadcaster.isQuiet(roomId)) continue;
      const users = changed.flatMap((pair) => presenceOf.get(pair.user_id) ?? []);
      this.broadcaster.toRoom(roomId, 'presence:updated', { users });
    }
  }
}
