import { Injectable } from '@nestjs/common';
import type { Room } from '@parley/shared-types';
import { Bus } from '../../infra/bus/bus.js';
import { Broadcaster } from '../../infra/realtime/broadcaster.js';
import { ConnectionRegistry } from '../../infra/realtime/connection-registry.js';
import { MembersRepository } from '../members/members.repository.js';
import { RoomAccess } from '../members/room-access.js';
import { UsersService } from '../users/users.service.js';
import { RoomViews } from './room-views.js';
import type { RoomEntity } from './room.entity.js';

/**
 * Tells what became of rooms and their members, and makes it true for open sockets. Every method first corrects
 * who hears and may what, without waiting, so that nothing told later reaches the wrong people.
 */
@Injectable()
export class RoomNews {
  constructor(
    private readonly bus: Bus,
    private readonly broadcaster: Broadcaster,
    private readonly registry: ConnectionRegistry,
    private readonly access: RoomAccess,
    private readonly members: MembersRepository,
    private readonly users: UsersService,
    private readonly views: RoomViews,
  ) {}

  /** A room began with these members. */
  async created(room: RoomEntity, memberIds: string[]): Promise<void> {
    this.#admit(room, memberIds);

    await this.#tellEach(room, memberIds, 'room:created');
  }

  /** These people came into a room. */
  async joined(room: RoomEntity, userIds: string[]): Promise<void> {
    this.#admit(room, userIds);

    const users = await this.users.byIds(userIds);
    users.forEach((user, i) => {
      // Each of them is a change of its own; the room stands at the last one.
      const version = room.version - (users.length - 1 - i);
      this.broadcaster.toRoom(room.id, 'member:joined', { roomId: room.id, user, version });
    });
    await this.#tellEach(room, userIds, 'room:created');
  }

  /** Somebody left or was removed: nothing more of the room reaches them. Their heir, if any, owns it now. */
  async left(room: RoomEntity, userId: string, heirId: string | null): Promise<void> {
    const heirs = heirId ? [heirId] : [];
    this.access.changed(room.id, [userId, ...heirs]);
    this.broadcaster.evict(userId, room.id);

    this.broadcaster.toUsers([userId], 'room:removed', { roomId: room.id });
    this.broadcaster.toRoom(room.id, 'member:left', { roomId: room.id, userId, version: room.version });
    await this.#tellEach(room, heirs, 'room:updated');
    await this.bus.heard();
  }

  /** Name, topic, state or roles changed. */
  async updated(room: RoomEntity): Promise<void> {
    this.access.roomChanged(room.id);

    await this.#tellEach(room, await this.members.idsOf(room.id), 'room:updated');
    await this.bus.heard();
  }

  /** Somebody changed what only their own devices show. */
  updatedFor(userId: string, view: Room): void {
    this.broadcaster.toUsers([userId], 'room:updated', view);
  }

  #admit(room: RoomEntity, userIds: string[]): void {
    this.access.changed(room.id, userIds);
    this.broadcaster.admit(userIds, room.id);
  }

  /** Everyone sees a room with their own part in it, so each connected person gets their own. */
  async #tellEach(room: RoomEntity, userIds: string[], fact: 'room:created' | 'room:updated'): Promise<void> {
    const connected = userIds.filter((userId) => this.registry.isConnected(userId));
    if (connected.length === 0) return;
    const views = await this.views.forViewers(connected, [room]);
    connected.forEach((userId, i) => this.broadcaster.toUsers([userId], fact, views[i]![0]!));
  }
}
