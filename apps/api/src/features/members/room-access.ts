import { Injectable } from '@nestjs/common';
import { CLUSTER_MAX_AGE_MS, ReadThroughCache } from '../../common/read-through-cache.js';
import { Bus } from '../../infra/bus/bus.js';
import type { Transaction } from '../../infra/database/database.js';
import { MembersRepository, type Access } from './members.repository.js';
import { RoomRules } from './room-rules.js';

export type { MemberAccess } from './room-rules.js';

/** Somebody in a room. */
export type InRoom = { roomId: string; userId: string };

/**
 * The one place that knows who may do what in a room. Answers come from a cache that every change of membership
 * corrects, so that sending asks the database nothing.
 */
@Injectable()
export class RoomAccess extends RoomRules {
  readonly #cache: ReadThroughCache<Access | null>;

  constructor(
    private readonly members: MembersRepository,
    private readonly bus: Bus,
  ) {
    super();
    this.#cache = new ReadThroughCache(200_000, bus.isShared ? CLUSTER_MAX_AGE_MS : undefined);
    bus.guard(this.#cache);
    bus.on('access:changed', ({ roomId, userIds }) => this.#forget(roomId, userIds));
  }

  /** Rises with every change of membership: compare around a read to know that it is not stale. */
  get changes(): number {
    return this.#cache.changes;
  }

  /**
   * The rules for what is written in `tx`. One node is right about them anyway, as its writes are serial; where others
   * write too, what it knows may be a moment old, so all that is needed is asked of `tx` at once.
   */
  async within(tx: Transaction, who: InRoom[]): Promise<RoomRules> {
    if (!this.bus.isShared) return this;
    return new RulesInTransaction(await this.members.accessWithin(tx, who));
  }

  /** To be called after every commit that changed what this person may do here. */
  changed(roomId: string, userIds: string[]): void {
    this.#forget(roomId, userIds);
    this.bus.publish('access:changed', { roomId, userIds });
  }

  /** To be called after every commit that changed what everyone may do here. */
  roomChanged(roomId: string): void {
    this.#forget(roomId, null);
    this.bus.publish('access:changed', { roomId, userIds: null });
  }

  protected accessOf(roomId: string, userId: string): Promise<Access | null> {
    return this.#cache.get(keyOf(roomId, userId), () => this.members.accessOf(roomId, userId));
  }

  #forget(roomId: string, userIds: string[] | null): void {
    if (!userIds) this.#cache.forgetAll((known) => known.startsWith(roomId));
    else for (const userId of userIds) this.#cache.forget(keyOf(roomId, userId));
  }
}

class RulesInTransaction extends RoomRules {
  readonly #known: Map<string, Access>;

  constructor(known: (InRoom & Access)[]) {
    super();
    this.#known = new Map(known.map((access) => [keyOf(access.roomId, access.userId), access]));
  }

  protected async accessOf(roomId: string, userId: string): Promise<Access | null> {
    return this.#known.get(keyOf(roomId, userId)) ?? null;
  }
}

const keyOf = (roomId: string, userId: string) => `${roomId}:${userId}`;
