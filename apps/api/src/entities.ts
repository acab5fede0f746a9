import { SessionEntity } from './features/auth/session.entity.js';
import { ConnectionEntity } from './features/connections/connection.entity.js';
import { MemberEntity } from './features/members/member.entity.js';
import { MessageEntity } from './features/messages/message.entity.js';
import { RoomEntity } from './features/rooms/room.entity.js';
import { UserEntity } from './features/users/user.entity.js';

/** Every table. */
export const ENTITIES = [
  UserEntity,
  SessionEntity,
  RoomEntity,
  MemberEntity,
  MessageEntity,
  ConnectionEntity,
];
