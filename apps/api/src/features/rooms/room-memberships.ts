import { Injectable } from '@nestjs/common';
import type { RoomRole } from '@parley/shared-types';
import { notFound } from '../../common/app-error.js';
import type { Actor } from '../../common/caller.js';
import type { Transaction } from '../../infra/database/database.js';
import { lockRows } from '../../infra/database/locks.js';
import { AuditLog } from '../audit/audit-log.js';
import { FollowersRepository } from '../followers/followers.repository.js';
import { newMember } from '../members/member.entity.js';
import { MembersRepository } from '../members/members.repository.js';
import type { RoomEntity } from './room.entity.js';
import { RoomsRepository } from './rooms.repository.js';

/** Somebody is no longer in a room as it is now; `heirId` is who owns it in their place, if they did. */
export type Departure = { room: RoomEntity; heirId: string | null };

/**
 * Who is in a room and as what, as a transaction changes it: with the room's next version, and a record of what people
 * do to others. What they do to themselves, joining and leaving, is in no record.
 */
@Injectable()
export class RoomMemberships {
  constructor(
    private readonly rooms: RoomsRepository,
    private readonly members: MembersRepository,
    private readonly followers: FollowersRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Adds those who are not in it yet, each at the room's present end. */
  async add(
    tx: Transaction,
    actor: Actor,
    roomId: string,
    userIds: string[],
  ): Promise<{ room: RoomEntity; added: string[] }> {
    await lockRows(tx, 'rooms', [roomId]);
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
    await this.recordAdded(tx, actor, roomId, added);
    return { room: await this.rooms.change(tx, roomId, { members: added.length }), added };
  }

  async recordAdded(tx: Transaction, actor: Actor, roomId: string, userIds: string[]): Promise<void> {
    const others = userIds.filter((userId) => userId !== actor.userId);
    await this.audit.recordAll(
      tx,
      others.map((userId) => ({ actor, action: 'member.added', userId, roomId })),
    );
  }

  /** Null when they were gone already. The room never stays without an owner. */
  async remove(tx: Transaction, actor: Actor, roomId: string, userId: string): Promise<Departure | null> {
    await lockRows(tx, 'rooms', [roomId]);
    const member = await this.members.find(roomId, userId, tx);
    if (!member) return null;
    await this.members.delete(tx, roomId, userId);
    await this.followers.deleteOf(tx, roomId, userId);
    if (userId !== actor.userId) {
      await this.audit.record(tx, actor, { action: 'member.removed', userId, roomId });
    }
    const heir = member.role === 'owner' ? await this.members.heirOf(tx, roomId) : null;
    if (heir) await this.giveRole(tx, actor, roomId, heir.userId, 'owner');
    return { room: await this.rooms.change(tx, roomId, { members: -1 }), heirId: heir?.userId ?? null };
  }

  /** The room's version is the caller's matter. @throws AppError `not_found` */
  async giveRole(
    tx: Transaction,
    actor: Actor,
    roomId: string,
    userId: string,
    role: RoomRole,
  ): Promise<void> {
    const member = await this.members.find(roomId, userId, tx);
    if (!member) throw notFound('member');
    if (member.role === role) return;
    await this.members.update(tx, member, { role });
    const details = { from: member.role, to: role };
    await this.audit.record(tx, actor, { action: 'member.role', userId, roomId, details });
  }
}
