import type { RoomRole } from '@parley/shared-types';
import { forbidden, notFound } from '../../common/app-error.js';
import type { Access } from './members.repository.js';

export type MemberAccess = Access & { role: NonNullable<Access['role']> };

const outside = () => forbidden('Join this channel first.');

/** Who may do what in a room, by what they are in it. */
export abstract class RoomRules {
  /** Null for a room that does not exist. */
  protected abstract accessOf(roomId: string, userId: string): Promise<Access | null>;

  /** Anyone may see a channel; a group or a direct room only its members. @throws AppError `not_found` */
  async requireVisible(userId: string, roomId: string): Promise<Access> {
    const access = await this.accessOf(roomId, userId);
    if (!access || (access.role === null && access.kind !== 'channel')) throw notFound('room');
    return access;
  }

  /** @throws AppError `not_found`, or `forbidden` outside a channel */
  async requireMember(userId: string, roomId: string): Promise<MemberAccess> {
    const access = await this.requireVisible(userId, roomId);
    if (access.role === null) throw outside();
    return access as MemberAccess;
  }

  /** A member, in a room that is not archived. @throws AppError `not_found` or `forbidden` */
  async requireActive(userId: string, roomId: string): Promise<MemberAccess> {
    return unarchived(await this.requireMember(userId, roomId));
  }

  /**
   * A member who may say something here: in a direct room neither may while one blocks the other, and the refusal does
   * not tell who does. @throws AppError `not_found` or `forbidden`
   */
  async requireWriter(userId: string, roomId: string): Promise<MemberAccess> {
    const access = await this.requireActive(userId, roomId);
    if (access.isBlocked) throw forbidden('You cannot write to each other here.');
    return access;
  }

  /** Anyone who sees a room may join it, which changes nothing for its members. @throws AppError `not_found`, `forbidden` */
  async requireJoinable(userId: string, roomId: string): Promise<Access> {
    return unarchived(await this.requireVisible(userId, roomId));
  }

  /** Any member brings people into a group or channel. @throws AppError `not_found` or `forbidden` */
  async requireInviter(userId: string, roomId: string): Promise<MemberAccess> {
    return unarchived(await this.requireShared(userId, roomId));
  }

  /** An owner or moderator of a group or channel. @throws AppError `not_found` or `forbidden` */
  async requireModerator(userId: string, roomId: string): Promise<MemberAccess> {
    const access = await this.requireShared(userId, roomId);
    if (access.role === 'member') throw forbidden('Only owners and moderators may do this.');
    return access;
  }

  async requireOwner(userId: string, roomId: string): Promise<MemberAccess> {
    const access = await this.requireShared(userId, roomId);
    if (access.role !== 'owner') throw forbidden('Only the owner may do this.');
    return access;
  }

  /** The owner gives roles to others; their own goes with the room. @throws AppError `not_found` or `forbidden` */
  async requireRoleGiver(userId: string, roomId: string, otherId: string): Promise<MemberAccess> {
    const access = await this.requireOwner(userId, roomId);
    if (userId === otherId) throw forbidden('Make somebody else the owner first.');
    return access;
  }

  /** Moderators remove members, the owner moderators too. @throws AppError `forbidden` */
  requireRemovable(mine: MemberAccess, theirs: RoomRole): void {
    if (theirs !== 'member' && mine.role !== 'owner')
      throw forbidden('Only the owner may remove moderators.');
    if (theirs === 'owner') throw forbidden('The owner can leave, but not be removed.');
  }

  /** A member of a group or channel; a direct room is always the same two people. */
  async requireShared(userId: string, roomId: string): Promise<MemberAccess> {
    const access = await this.requireMember(userId, roomId);
    if (access.kind === 'direct') throw forbidden('A direct conversation stays as it is.');
    return access;
  }
}

function unarchived<A extends Access>(access: A): A {
  if (access.isArchived) throw forbidden('This room is archived.');
  return access;
}
