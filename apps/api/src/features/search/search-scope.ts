import { Injectable } from '@nestjs/common';
import { Id } from '@parley/shared-types';
import type { Caller } from '../../common/caller.js';
import { MembersRepository } from '../members/members.repository.js';
import { RoomAccess } from '../members/room-access.js';
import { RoomsRepository } from '../rooms/rooms.repository.js';
import { directKey } from '../rooms/unique-key.js';
import { usernameKey } from '../users/username-key.js';
import { UsersService } from '../users/users.service.js';

/** Whose messages are searched, and in which rooms: never others than the caller's. */
export type Scope = { roomIds: string[]; senderId: string | undefined };

/** Finds the people and rooms whose names somebody typed. */
@Injectable()
export class SearchScope {
  constructor(
    private readonly members: MembersRepository,
    private readonly access: RoomAccess,
    private readonly rooms: RoomsRepository,
    private readonly users: UsersService,
  ) {}

  /**
   * Null when nothing can be found there.
   * @throws AppError `not_found` or `forbidden` for a `roomId` that the caller may not read
   */
  async of(
    caller: Caller,
    { roomId, from, rooms }: { roomId?: string | undefined; from: string[]; rooms: string[] },
  ): Promise<Scope | null> {
    if (roomId) await this.access.requireMember(caller.userId, roomId);

    const senders = new Set(await Promise.all(from.map((name) => this.#personCalled(name, caller))));
    if (senders.size > 1 || senders.has(null)) return null;
    const mine = roomId ? [roomId] : await this.members.roomIdsOf(caller.userId);
    const roomIds = rooms.length > 0 ? await this.#called(rooms, mine, caller) : mine;

    return roomIds.length > 0 ? { roomIds, senderId: [...senders][0] ?? undefined } : null;
  }

  async #personCalled(name: string, { userId }: Caller): Promise<string | null> {
    if (name === 'me') return userId;
    const [known] = Id.safeParse(name).success ? await this.users.byIds([name]) : [];
    return known?.id ?? (await this.users.byName(name.replace(/^@/, '')))?.id ?? null;
  }

  /** Those of the rooms that have all of these names; a direct room is called as the other person is. */
  async #called(names: string[], roomIds: string[], caller: Caller): Promise<string[]> {
    const rooms = await this.rooms.byIds(roomIds);
    const wanted = await Promise.all(
      names.map(async (name) => {
        const personId = await this.#personCalled(name, caller);
        return { key: roomKey(name), direct: personId && directKey(caller.userId, personId) };
      }),
    );
    return rooms
      .filter(({ name, uniqueKey }) =>
        wanted.every(({ key, direct }) => (name === null ? uniqueKey === direct : usernameKey(name) === key)),
      )
      .map(({ id }) => id);
  }
}

const roomKey = (name: string): string => usernameKey(name.replace(/^#/, ''));
