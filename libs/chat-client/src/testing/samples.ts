import type { Message, MessagePage, Room } from '@parley/shared-types';
import { ada, grace } from './people.js';

const idOf = (number: number) => `10000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const ROOM_ID = idOf(1);

/** A message of grace's in the sample room, at `seq`; its version is one more, as the room's creation was version 1. */
export const sampleMessage = (seq: number, changed: Partial<Message> = {}): Message => ({
  id: idOf(1_000 + seq),
  roomId: ROOM_ID,
  seq,
  version: seq + 1,
  clientId: `20000000-0000-4000-8000-${String(seq).padStart(12, '0')}`,
  senderId: grace.id,
  body: `message ${seq}`,
  replyToId: null,
  threadRootId: null,
  replyCount: 0,
  mentions: [],
  mentionsAll: null,
  attachments: [],
  reactions: [],
  pinnedAt: null,
  createdAt: new Date(Date.UTC(2026, 0, 1) + seq * 1_000).toISOString(),
  editedAt: null,
  deletedAt: null,
  ...changed,
});

export const sampleMessages = (from: number, to: number): Message[] =>
  Array.from({ length: to - from + 1 }, (_, index) => sampleMessage(from + index));

/** The direct room of ada, who looks at it, and grace. */
export const sampleRoom = (changed: Partial<Room> = {}): Room => ({
  id: ROOM_ID,
  kind: 'direct',
  name: null,
  topic: null,
  avatarUrl: null,
  version: 1,
  lastSeq: 0,
  memberCount: 2,
  members: [ada, grace],
  receipts: [ada, grace].map(({ id }) => ({ userId: id, readSeq: 0, deliveredSeq: 0 })),
  me: {
    role: 'member',
    readSeq: 0,
    readEpoch: 0,
    deliveredSeq: 0,
    unreadCount: 0,
    mentionCount: 0,
    notify: 'all',
    starred: false,
  },
  lastMessage: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  archivedAt: null,
  ...changed,
});

/** The latest messages of a room that holds `lastSeq`, from `from` on. */
export const samplePage = (from: number, lastSeq: number): MessagePage => ({
  items: sampleMessages(from, lastSeq),
  hasBefore: from > 1,
  hasAfter: false,
  version: lastSeq + 1,
  users: [grace],
  quoted: [],
});
