import type { Message } from '@parley/shared-types';
import { iso, isoOrNull } from '../../infra/database/column-types.js';

/** A row of `messages` as a raw query gives it; instants may be text, lists are JSON. */
export type MessageRow = {
  id: string;
  room_id: string;
  seq: number;
  version: number;
  client_id: string;
  sender_id: string;
  body: string;
  reply_to_id: string | null;
  thread_root_id: string | null;
  reply_count: number;
  mentions: string | null;
  mentions_all: Message['mentionsAll'];
  attachments: string | null;
  reactions: string | null;
  pinned_at: number | string | null;
  created_at: number | string;
  edited_at: number | string | null;
  deleted_at: number | string | null;
};

/** A message as it begins. */
export const newRow = (
  given: Omit<MessageRow, 'reply_count' | 'reactions' | 'pinned_at' | 'edited_at' | 'deleted_at'>,
): MessageRow => ({
  reply_count: 0,
  reactions: null,
  pinned_at: null,
  edited_at: null,
  deleted_at: null,
  ...given,
});

/** Most messages have none of anything: they share this one. */
const NONE: never[] = [];

const listIn = <Item>(json: string | null): Item[] => (json === null ? NONE : (JSON.parse(json) as Item[]));

export const toMessage = (row: MessageRow): Message => ({
  id: row.id,
  roomId: row.room_id,
  seq: row.seq,
  version: row.version,
  clientId: row.client_id,
  senderId: row.sender_id,
  body: row.body,
  replyToId: row.reply_to_id,
  threadRootId: row.thread_root_id,
  replyCount: row.reply_count,
  mentions: listIn(row.mentions),
  mentionsAll: row.mentions_all,
  attachments: listIn(row.attachments),
  reactions: listIn(row.reactions),
  pinnedAt: isoOrNull(row.pinned_at),
  createdAt: iso(row.created_at),
  editedAt: isoOrNull(row.edited_at),
  deletedAt: isoOrNull(row.deleted_at),
});
