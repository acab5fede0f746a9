import { Injectable } from '@nestjs/common';
import { SMALL_ROOM_MEMBERS, type Room, type User } from '@parley/shared-types';
import { groupBy } from '../../common/group-by.js';
import { iso, isoOrNull } from '../../infra/database/column-types.js';
import { thumbnailAddress } from '../attachments/attachment-view.js';
import type { MemberEntity } from '../members/member.entity.js';
import type { Seen } from '../members/member-row.js';
import { MembersRepository } from '../members/members.repository.js';
import { MentionsRepository } from '../mentions/mentions.repository.js';
import { toMessage, type MessageRow } from '../messages/message-row.js';
import { MessagesRepository } from '../messages/messages.repository.js';
import { UsersService } from '../users/users.service.js';
import type { RoomEntity } from './room.entity.js';

/**
 * Rooms as people see them, composed of the room, its members, its last message and who is mentioned: four queries
 * for any number of rooms.
 */
@Injectable()
export class RoomViews {
  constructor(
    private readonly members: MembersRepository,
    private readonly messages: MessagesRepository,
    private readonly mentions: MentionsRepository,
    private readonly users: UsersService,
  ) {}

  async of(viewerId: string, rooms: RoomEntity[]): Promise<Room[]> {
    return (await this.forViewers([viewerId], rooms))[0]!;
  }

  /** The same rooms once for each viewer, in the order of the viewers. */
  async forViewers(viewerIds: string[], rooms: RoomEntity[]): Promise<Room[][]> {
    const ids = rooms.map((room) => room.id);
    const small = rooms.filter(isSmall).map((room) => room.id);
    const [mine, shown, last] = await Promise.all([
      this.members.ofUsers(viewerIds, ids),
      this.members.seenIn(small),
      this.messages.lastOf(ids),
    ]);
    const people = await this.users.byIds([...new Set(shown.map((member) => member.userId))]);

    const facts = {
      mine: new Map(mine.map((member) => [`${member.roomId}:${member.userId}`, member])),
      mentionsOf: await this.#mentionsOf(mine, rooms),
      membersOf: groupBy(shown, (member) => member.roomId),
      userOf: new Map(people.map((user) => [user.id, user])),
      lastOf: new Map(last.map((row) => [row.room_id, row])),
    };
    return viewerIds.map((viewerId) => rooms.map((room) => toRoom(room, viewerId, facts)));
  }

  /** How often those are mentioned who have something to read; the others are not. */
  async #mentionsOf(mine: MemberEntity[], rooms: RoomEntity[]): Promise<Map<MemberEntity, number>> {
    const lastSeqOf = new Map(rooms.map((room) => [room.id, room.lastSeq]));
    const behind = mine.filter((member) => member.readSeq < lastSeqOf.get(member.roomId)!);
    const counts = await this.mentions.countsOf(behind);
    return new Map(behind.map((member, i) => [member, counts[i]!]));
  }
}

type Facts = {
  mine: Map<string, MemberEntity>;
  mentionsOf: Map<MemberEntity, number>;
  membersOf: Map<string, Seen[]>;
  userOf: Map<string, User>;
  lastOf: Map<string, MessageRow>;
};

/** Small enough to carry its members and their receipts with it. */
export const isSmall = (room: Pick<RoomEntity, 'kind' | 'memberCount'>): boolean =>
  room.kind !== 'channel' && room.memberCount <= SMALL_ROOM_MEMBERS;

function toRoom(room: RoomEntity, viewerId: string, facts: Facts): Room {
  const me = facts.mine.get(`${room.id}:${viewerId}`);
  const members = facts.membersOf.get(room.id) ?? [];
  const last = facts.lastOf.get(room.id);
  // Outside a channel, what is said in it stays unknown.
  return {
    id: room.id,
    kind: room.kind,
    name: room.name,
    topic: room.topic,
    avatarUrl: room.avatarId && thumbnailAddress(room.avatarId),
    version: room.version,
    lastSeq: room.lastSeq,
    memberCount: room.memberCount,
    members: members.flatMap((member) => facts.userOf.get(member.userId) ?? []),
    receipts: members.map(({ userId, deliveredSeq, seenSeq }) => ({
      userId,
      deliveredSeq,
      readSeq: seenSeq,
    })),
    me: me ? toMembership(me, room.lastSeq, facts.mentionsOf.get(me) ?? 0) : null,
    lastMessage: me && last ? toMessage(last) : null,
    createdAt: iso(room.createdAt),
    archivedAt: isoOrNull(room.archivedAt),
  };
}

const toMembership = (
  { role, readSeq, readEpoch, deliveredSeq, notify, starred }: MemberEntity,
  lastSeq: number,
  mentionCount: number,
): Room['me'] => ({
  role,
  readSeq,
  readEpoch,
  deliveredSeq,
  // The pointer may have been read a moment after the room.
  unreadCount: Math.max(0, lastSeq - readSeq),
  mentionCount,
  notify,
  starred,
});
