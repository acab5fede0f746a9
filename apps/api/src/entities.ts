import { AttachmentEntity } from './features/attachments/attachment.entity.js';
import { AuditEntity } from './features/audit/audit.entity.js';
import { SessionEntity } from './features/auth/session.entity.js';
import { BlockEntity } from './features/blocks/block.entity.js';
import { ConnectionEntity } from './features/connections/connection.entity.js';
import { CredentialEntity } from './features/credentials/credential.entity.js';
import { FollowerEntity } from './features/followers/follower.entity.js';
import { MemberEntity } from './features/members/member.entity.js';
import { MentionEntity } from './features/mentions/mention.entity.js';
import { MessageEntity } from './features/messages/message.entity.js';
import { ReportEntity } from './features/reports/report.entity.js';
import { RoomEntity } from './features/rooms/room.entity.js';
import { NameKeyEntity } from './features/users/name-key.entity.js';
import { UserEntity } from './features/users/user.entity.js';
import { JobEntity } from './infra/queue/job.entity.js';

/** Every table. */
export const ENTITIES = [
  UserEntity,
  NameKeyEntity,
  AuditEntity,
  CredentialEntity,
  SessionEntity,
  RoomEntity,
  MemberEntity,
  BlockEntity,
  MessageEntity,
  MentionEntity,
  FollowerEntity,
  AttachmentEntity,
  ReportEntity,
  ConnectionEntity,
  JobEntity,
];
