import { Injectable } from '@nestjs/common';
import type { Member, Page, Room, RoomRole, UpdateMyMembership } from '@parley/shared-types';
import { notFound } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { decodeCursor, toPage } from '../../common/cursor.js';
import { iso } from '../../infra/database/column-types.js';
import { Database } from '../../infra/database/database.js';
import { lockRows } from '../../infra/database/locks.js';
import type { MemberEntity } from '../members/member.entity.js';
import { MembersRepository } from '../members/members.repository.js';
import { RoomAccess } from '../members/room-access.js';
import { UsersService } from '../users/users.service.js';
import { Invitations } from './invitations.js';
import { RoomMemberships } from './room-memberships.js';
import { RoomNews } from './room-news.js';
import { RoomViews } from './room-views.js';
import type { RoomEntity } from './room.entity.js';
import { RoomsRepository } from './rooms.repository.js';

/** Who is in a room: joining, inviting, leaving, removing, roles, my own settings. */
@Injectable()
export class RoomMembersService {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsRepository,
    private readonly members: MembersRepository,
    private readonly memberships: RoomMemberships,
    private readonly access: RoomAccess,
    private readonly users: UsersService,
    private readonly invitations: Invitations,
    private readonly views: RoomViews,
    private readonly news: RoomNews,
  ) {}

  async list(caller: Caller, roomId: string, limit: number, cursor?: string): Promise<Page<Member>> {
    await this.access.requireVisible(caller.userId, roomId);
    const after = cursor ? String(decodeCursor(cursor, ['string'])[0]) : '';

    const rows = await this.members.pageOf(roomId, after, limit + 1);
    const page = toPage(rows, limit, (member) => [member.userId]);

    return { ...page, items: await this.#toMembers(page.items) };
  }

  /** Into a channel; joining again changes nothing. @throws AppError `not_found` or `forbidden` */
  async join(caller: Caller, roomId: string): Promise<Room> {
    await this.access.requireJoinable(caller.userId, roomId);

    const { room, added } = await this.database.write((tx) =>
      this.memberships.add(tx, caller, roomId, [caller.userId]),
    );

    if (added.length > 0) await this.news.joined(room, added);

    return this.#view(caller, room);
  }

  /** @throws AppError `not_found` for an unknown room, `forbidden` for those outside; as `Invitations` for the people */
  async add(caller: Caller, roomId: string, userIds: string[]): Promise<Room> {
    await this.access.requireInviter(caller.userId, roomId);
    const ids = [...new Set(userIds)];
    await this.invitations.requireWilling(caller, ids);

    const { room, added } = await this.database.write((tx) => this.memberships.add(tx, caller, roomId, ids));

    if (added.length > 0) await this.news.joined(room, added);

    return this.#view(caller, room);
  }

  async leave(caller: Caller, roomId: string): Promise<{ roomId: string }> {
    await this.access.requireShared(caller.userId, roomId);

    const left = await this.database.writeLast((tx) =>
      this.memberships.remove(tx, caller, roomId, caller.userId),
    );

    if (left) await this.news.left(left.room, caller.userId, left.heirId);

    return { roomId };
  }

  /**
   * From the moment this settles, the person can neither send nor hear here.
   * @throws AppError `not_found` for an unknown room or member, `forbidden` for who may not remove them
   */
  async remove(caller: Caller, roomId: string, userId: string): Promise<{ roomId: string; userId: string }> {
    const mine = await this.access.requireModerator(caller.userId, roomId);
    const theirs = await this.members.find(roomId, userId);
    if (!theirs) throw notFound('member');
    this.access.requireRemovable(mine, theirs.role);

    const left = await this.database.writeLast((tx) => this.memberships.remove(tx, caller, roomId, userId));

    if (left) await this.news.left(left.room, userId, left.heirId);

    return { roomId, userId };
  }

  /** Making somebody owner passes the room on: the old owner becomes a moderator. */
  async setRole(caller: Caller, roomId: string, userId: string, role: RoomRole): Promise<Member> {
    const room = await this.database.writeLast(async (tx) => {
      await lockRows(tx, 'rooms', [roomId]);
      // Asked here, behind every change of roles that has been committed: a room has one owner.
      const rules = await this.access.within(tx, [{ roomId, userId: caller.userId }]);
      await rules.requireRoleGiver(caller.userId, roomId, userId);
      await this.memberships.giveRole(tx, caller, roomId, userId, role);
      if (role === 'owner') await this.memberships.giveRole(tx, caller, roomId, caller.userId, 'moderator');
      return this.rooms.change(tx, roomId, {});
    });

    await this.news.updated(room);

    return (await this.#toMembers([(await this.members.find(roomId, userId))!]))[0]!;
  }

  /** What a room is to me alone: told to my devices, and no change of the room. */
  async updateMine(caller: Caller, roomId: string, settings: UpdateMyMembership): Promise<Room> {
    const { userId } = caller;
    await this.access.requireMember(userId, roomId);

    if (Object.keys(settings).length > 0) {
      await this.database.write((tx) => this.members.update(tx, { roomId, userId }, settings));
    }

    const view = await this.#view(caller, (await this.rooms.byId(roomId))!);
    this.news.updatedFor(userId, view);

    return view;
  }

  async #toMembers(rows: MemberEntity[]): Promise<Member[]> {
    const users = await this.users.byIds(rows.map((row) => row.userId));
    const userOf = new Map(users.map((user) => [user.id, user]));
    return rows.map(({ userId, role, joinedAt }) => ({
      user: userOf.get(userId)!,
      role,
      joinedAt: iso(joinedAt),
    }));
  }

  async #view(caller: Caller, room: RoomEntity): Promise<Room> {
    return (await this.views.of(caller.userId, [room]))[0]!;
  }
}
