import type { Message } from '@parley/shared-types';
import { iso } from '../../infra/database/column-types.js';

/** A row of `messages` as a raw query gives it. */
export type MessageRow = {
  id: string;
  room_id: string;
  seq: number;
  version: number;
  client_id: string;
  sender_id: string;
  body: string;
  created_at: number | string;
};

export const toMessage = (row: MessageRow): Message => ({
  id: row.id,
  roomId: row.room_id,
  seq: row.seq,
  version: row.version,
  clientId: row.client_id,
  senderId: row.sender_id,
  body: row.body,
  replyToId: null,
  threadRootId: null,
  replyCount: 0,
  mentions: [],
  attachments: [],
  reactions: [],
  pinnedAt: null,
  createdAt: iso(row.created_at),
  editedAt: null,
  deletedAt: null,
});
