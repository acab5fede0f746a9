import { Injectable } from '@nestjs/common';
import type { Member, NotifyLevel, Page, Room, RoomRole } from '@parley/shared-types';
import { forbidden, notFound } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { decodeCursor, toPage } from '../../common/cursor.js';
import { iso } from '../../infra/database/column-types.js';
import { Database, type Transaction } from '../../infra/database/database.js';
import { newMember, type MemberEntity } from '../members/member.entity.js';
import { MembersRepository } from '../members/members.repository.js';
import { RoomAccess } from '../members/room-access.js';
import { UsersService } from '../users/users.service.js';
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
    private readonly access: RoomAccess,
    private readonly users: UsersService,
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
    const access = await this.access.requireVisible(caller.userId, roomId);
    if (access.isArchived) throw forbidden('This room is archived.');

    const { room, added } = await this.#addTo(roomId, [caller.userId]);

    if (added.length > 0) await this.news.joined(room, added);

    return this.#view(caller, room);
  }

  /** @throws AppError `not_found` for an unknown room or person, `forbidden` for those outside */
  async add(caller: Caller, roomId: string, userIds: string[]): Promise<Room> {
    const access = await this.access.requireShared(caller.userId, roomId);
    if (access.isArchived) throw forbidden('This room is archived.');
    const ids = [...new Set(userIds)];
    if ((await this.users.byIds(ids)).length < ids.length) throw notFound('person');

    const { room, added } = await this.#addTo(roomId, ids);

    if (added.length > 0) await this.news.joined(room, added);

    return this.#view(caller, room);
  }

  async leave(caller: Caller, roomId: string): Promise<{ roomId: string }> {
    await this.access.requireShared(caller.userId, roomId);

    const left = await this.database.writeLast((tx) => this.#removeFrom(tx, roomId, caller.userId));

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
    if (theirs.role !== 'member' && mine.role !== 'owner')
      throw forbidden('Only the owner may remove moderators.');
    if (theirs.role === 'owner') throw forbidden('The owner can leave, but not be removed.');

    const left = await this.database.writeLast((tx) => this.#removeFrom(tx, roomId, userId));

    if (left) await this.news.left(left.room, userId, left.heirId);

    return { roomId, userId };
  }

  /** Making somebody owner passes the room on: the old owner becomes a moderator. */
  async setRole(caller: Caller, roomId: string, userId: string, role: RoomRole): Promise<Member> {
    await this.access.requireOwner(caller.userId, roomId);
    if (userId === caller.userId) throw forbidden('Make somebody else the owner first.');

    const room = await this.database.write(async (tx) => {
      if (!(await this.members.find(roomId, userId, tx))) throw notFound('member');
      await this.members.update(tx, { roomId, userId }, { role });
      if (role === 'owner')
        await this.members.update(tx, { roomId, userId: caller.userId }, { role: 'moderator' });
      return this.rooms.change(tx, roomId, {});
    });

    await this.news.updated(room);

    return (await this.#toMembers([(await this.members.find(roomId, userId))!]))[0]!;
  }

  async setNotify(caller: Caller, roomId: string, notify?: NotifyLevel): Promise<Room> {
    const { userId } = caller;
    await this.access.requireMember(userId, roomId);

    if (notify) await this.database.write((tx) => this.members.update(tx, { roomId, userId }, { notify }));

    const view = await this.#view(caller, (await this.rooms.byId(roomId))!);
    this.news.updatedFor(userId, view);

    return view;
  }

  /** Adds those who are not in it yet, each at the room's present end. */
  #addTo(roomId: string, userIds: string[]): Promise<{ room: RoomEntity; added: string[] }> {
    return this.database.write(async (tx) => {
      const room = (await this.rooms.byId(roomId, tx))!;
      const added: string[] = [];
      for (const userId of userIds) {
        if (!(await this.members.find(roomId, userId, tx))) added.push(userId);
      }
      if (added.length === 0) return { room, added };
      const now = Date.now();
      await this.members.insert(
        tx,
        added.map((id) => newMember(roomId, id, 'member', room.lastSeq, now)),
      );
      return { room: await this.rooms.change(tx, roomId, { members: added.length }), added };
    });
  }

  /** Null when they were gone already. The room never stays without an owner. */
  async #removeFrom(
    tx: Transaction,
    roomId: string,
    userId: string,
  ): Promise<{ room: RoomEntity; heirId: string | null } | null> {
    const member = await this.members.find(roomId, userId, tx);
    if (!member) return null;
    await this.members.delete(tx, roomId, userId);
    const heir = member.role === 'owner' ? await this.members.heirOf(tx, roomId) : null;
    if (heir) await this.members.update(tx, heir, { role: 'owner' });
    return { room: await this.rooms.change(tx, roomId, { members: -1 }), heirId: heir?.userId ?? null };
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
